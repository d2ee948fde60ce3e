import type { AmountByDay } from '../analysis/economics/amountByDay.ts';
import { firstLookedAt } from '../analysis/economics/firstLookedAt.ts';
import type { FeatureTerms } from '../analysis/economics/featureEconomics.ts';
import type { EventDay } from '../store/eventDay.ts';
import { otherCostsOfDay } from './otherCostsOfDay.ts';
import type { Owners } from './owners.ts';

interface OtherCostDay {
  readonly day: EventDay;
  readonly feature: string;
  readonly nanoUsd: bigint;
}

interface EconomicTerms {
  /** The first day that is looked at. */
  readonly first: EventDay;
  readonly terms: ReadonlyMap<string, FeatureTerms>;
  /** Nano-USD a calendar month. */
  readonly revenuePerMonth: ReadonlyMap<string, AmountByDay>;
  readonly others: readonly OtherCostDay[];
}

/** What the owners file says of the worth of a period, and of the costs beyond inference of its days and those before. */
export function economicTerms(owners: Owners, from: EventDay, to: EventDay): EconomicTerms {
  const first = firstLookedAt(from, to);
  const others = Array.from({ length: to - first + 1 }, (_, index) => first + index).flatMap((day) =>
    otherCostsOfDay(owners, day).map(({ feature, nanoUsd }) => ({ day, feature, nanoUsd }))
  );
  return {
    first,
    terms: new Map(
      [...owners.features].map(([name, { unitOfWork, valuePerUnit, replacedPerUnit }]) => [
        name,
        { unit: unitOfWork, valuePerUnit, replacedPerUnit },
      ])
    ),
    revenuePerMonth: new Map(
      [...owners.tenants].flatMap(([name, { revenuePerMonth }]) =>
        revenuePerMonth === undefined ? [] : [[name, revenuePerMonth] as const]
      )
    ),
    others,
  };
}
