import { attoUsd } from '@ai-finops/instrumentation/pricing';
import type { FeatureTerms } from '../analysis/economics/featureEconomics.ts';
import type { EventDay } from '../store/eventDay.ts';
import { otherCostsOfDay } from './otherCostsOfDay.ts';
import type { Owners } from './owners.ts';

const ATTO_IN_NANO = 10n ** 9n;

interface OtherCostDay {
  readonly day: EventDay;
  readonly feature: string;
  readonly nanoUsd: bigint;
}

interface EconomicTerms {
  readonly terms: ReadonlyMap<string, FeatureTerms>;
  /** Nano-USD a calendar month. */
  readonly revenuePerMonth: ReadonlyMap<string, bigint>;
  readonly others: readonly OtherCostDay[];
}

/** What the owners file says of worth, and of the costs beyond inference of days; amounts below a nano-USD are cut. */
export function economicTerms(owners: Owners, from: EventDay, to: EventDay): EconomicTerms {
  const nano = (usd: string | undefined) => (usd === undefined ? undefined : attoUsd(usd, 1n) / ATTO_IN_NANO);
  const others = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).flatMap((day) =>
    otherCostsOfDay(owners, day).map(({ feature, nanoUsd }) => ({ day, feature, nanoUsd }))
  );
  return {
    terms: new Map(
      [...owners.features].map(([name, { unitOfWork, valuePerUnit, replacedPerUnit }]) => [
        name,
        { unit: unitOfWork, valuePerUnit: nano(valuePerUnit), replacedPerUnit: nano(replacedPerUnit) },
      ])
    ),
    revenuePerMonth: new Map(
      [...owners.tenants].flatMap(([name, { revenuePerMonth }]) => {
        const amount = nano(revenuePerMonth);
        return amount === undefined ? [] : [[name, amount] as const];
      })
    ),
    others,
  };
}
