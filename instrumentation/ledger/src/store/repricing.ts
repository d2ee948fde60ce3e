import type { EventDay } from './eventDay.ts';

/** Which calls to rate again: whole UTC days, both included. */
export interface RepricingScope {
  readonly from: EventDay;
  readonly to: EventDay;
  readonly provider?: string | undefined;
  /** As the books name it. */
  readonly model?: string | undefined;
}

/** What rating calls again changes; money is nano-USD. */
export interface RepricingSums {
  /** Calls looked at. */
  calls: number;
  /** Calls whose cost, list cost or reason for having none changes. */
  changed: number;
  newlyPriced: number;
  newlyUnpriced: number;
  beforeNanoUsd: bigint;
  afterNanoUsd: bigint;
  beforeListNanoUsd: bigint;
  afterListNanoUsd: bigint;
}

export interface DayRepricing {
  readonly day: EventDay;
  /** The day the difference is booked on; the day itself while it is not closed. */
  readonly bookedOn: EventDay;
  /** By feature and provider, dearest difference first. */
  readonly groups: readonly (RepricingSums & { readonly feature: string; readonly provider: string })[];
}
