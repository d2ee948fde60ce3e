import { METRIC } from '@ai-finops/instrumentation/contract';
import type { FamilyBeside } from '../closes/closeFamily.ts';
import type { AnomalyRow } from '../store/anomalyRow.ts';
import type { EventDay } from '../store/eventDay.ts';

/** The metric of a close that comes from the analysis: what a day cost more or less than expected, where that stood out. */
export function createAnomalyFamily(anomaliesOn: (day: EventDay) => readonly AnomalyRow[]): FamilyBeside {
  return {
    name: METRIC.dailyAnomaly,
    help: 'Cost of a UTC day beyond what was expected, USD; only features whose day stands out.',
    unit: 'usd',
    labels: ['feature', 'team', 'environment'],
    collect({ day, labels }, add) {
      for (const { feature, team, environment, isDismissed, costNanoUsd, expectedNanoUsd } of anomaliesOn(day)) {
        if (!isDismissed) {
          const shown = [
            labels.shown('feature', feature),
            labels.shown('team', team),
            labels.shown('environment', environment),
          ];
          add(shown, costNanoUsd - expectedNanoUsd);
        }
      }
    },
  };
}
