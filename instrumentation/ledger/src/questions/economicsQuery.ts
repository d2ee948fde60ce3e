import type { AmountByDay } from '../analysis/economics/amountByDay.ts';
import type { FeatureTerms } from '../analysis/economics/featureEconomics.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { BilledRatios } from './billedRatios.ts';

/** A part of what AI costs beyond inference. */
interface OtherCostDay {
  readonly day: EventDay;
  readonly feature: string;
  readonly nanoUsd: bigint;
}

/** The period, and what the owners file says; the books have the rest. */
export interface EconomicsQuery {
  readonly from: EventDay;
  readonly to: EventDay;
  /** The first day that is looked at: a loss may have begun before the period. */
  readonly first: EventDay;
  /** Any of these, everywhere where it is left out. What is read from elsewhere has no environment: it always counts. */
  readonly environment?: readonly string[] | undefined;
  /** What costs are multiplied by; left out: they stay estimates. */
  readonly calibration?: BilledRatios | undefined;
  readonly terms: ReadonlyMap<string, FeatureTerms>;
  readonly others: readonly OtherCostDay[];
  /** Nano-USD a calendar month, by tenant. */
  readonly revenuePerMonth: ReadonlyMap<string, AmountByDay>;
  /** Tenants beyond so many are not listed. */
  readonly limit: number;
  /** Tenants can be thousands: who has no use for them need not wait for them. */
  readonly isFeaturesOnly?: boolean | undefined;
}
