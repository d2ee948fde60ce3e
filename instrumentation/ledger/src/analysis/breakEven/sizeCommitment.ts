import { checkAmounts } from './checkAmounts.ts';

/** A month at one provider at list price, USD: what 80 of 100 cases lie between, and the middle. */
export interface MonthlyUse {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What is agreed on: at least so many USD a month are paid, and all use costs this share less than list. */
export interface CommitmentTerms {
  readonly usdPerMonth: number;
  /** From 0 to below 1. */
  readonly discount: number;
}

export interface SizedCommitment {
  /** Use at list, USD a month, from which on it is no dearer than list. */
  readonly breakEven: number;
  /** Use at list from which on nothing of it is idle. */
  readonly usedUp: number;
  /** USD a month against list; below 0 it loses. */
  readonly saved: MonthlyUse;
  /** Committed and not used, USD a month. */
  readonly idle: MonthlyUse;
  /** The commitment of these terms that is just used up, USD a month: at `low` it is in nine of ten cases. */
  readonly fits: MonthlyUse;
}

/**
 * Whether a commitment pays at what use may be. Paid is max(committed, use × (1 − discount)): no dearer than list from
 * use = committed on, used up from committed / (1 − discount) on.
 *
 * Worked: $45,000 at 13.5 % off and use of $52,000 [40,000, 60,000]: paid 45,000 [45,000, 51,900], so $7,000
 * [−5,000, 8,100] are saved; $20 [10,400, 0] are idle, and what fits is $44,980 [34,600, 51,900].
 *
 * @throws RangeError naming the number that cannot be
 */
export function sizeCommitment(use: MonthlyUse, { usdPerMonth, discount }: CommitmentTerms): SizedCommitment {
  checkAmounts({ ...use, usdPerMonth, discount });
  if (discount >= 1) {
    throw new RangeError(`discount: give a share below 1, not ${discount}`);
  }
  if (use.low > use.middle || use.middle > use.high) {
    throw new RangeError(`use: give low ≤ middle ≤ high, not ${use.low}, ${use.middle}, ${use.high}`);
  }
  const each = (of: (usd: number) => number): MonthlyUse => ({
    low: of(use.low),
    middle: of(use.middle),
    high: of(use.high),
  });
  const discounted = (usd: number) => usd * (1 - discount);
  return {
    breakEven: usdPerMonth,
    usedUp: usdPerMonth / (1 - discount),
    saved: each((usd) => usd - Math.max(usdPerMonth, discounted(usd))),
    idle: each((usd) => Math.max(0, usdPerMonth - discounted(usd))),
    fits: each(discounted),
  };
}
