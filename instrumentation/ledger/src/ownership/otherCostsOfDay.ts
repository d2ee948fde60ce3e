import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { dayPart } from '../analysis/economics/dayPart.ts';
import type { EventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import { apportion } from './apportion.ts';
import type { Owners } from './owners.ts';

interface OtherCost {
  readonly line: string;
  readonly feature: string;
  readonly team: string;
  readonly nanoUsd: bigint;
}

/**
 * What a day bears of the monthly costs: the month is split by feature, each part evenly over its days, both by largest
 * remainder in nano-USD, so that the days of a month add up to the month, and the features to the line.
 */
export function otherCostsOfDay({ monthlyCosts, features }: Owners, day: EventDay): OtherCost[] {
  const thisMonth = monthText(day);
  return monthlyCosts
    .filter(({ from = thisMonth, to }) => from <= thisMonth && (to === undefined || thisMonth < to))
    .flatMap(({ line, nanoUsd, shares }) => {
      const parts = apportion(nanoUsd, [...shares.values()]);
      return [...shares.keys()].map((feature, index) => ({
        line,
        feature,
        team: features.get(feature)?.team ?? UNALLOCATED,
        nanoUsd: dayPart(parts[index] ?? 0n, day),
      }));
    })
    .filter((cost) => cost.nanoUsd > 0n);
}
