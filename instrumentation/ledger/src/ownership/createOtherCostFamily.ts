import { METRIC } from '@ai-finops/instrumentation/contract';
import type { FamilyBeside } from '../closes/closeFamily.ts';
import { otherCostsOfDay } from './otherCostsOfDay.ts';
import type { Owners } from './owners.ts';

/** The metric of a close that comes from the owners file in force when the close is made. */
export function createOtherCostFamily(owners: () => Owners): FamilyBeside {
  return {
    name: METRIC.dailyOtherCost,
    help: 'Cost of AI beyond inference on a UTC day, USD: its part of the monthly lines of the owners file.',
    unit: 'usd',
    labels: ['line', 'feature', 'team'],
    collect({ day }, add) {
      for (const { line, feature, team, nanoUsd } of otherCostsOfDay(owners(), day)) {
        add([line, feature, team], nanoUsd);
      }
    },
  };
}
