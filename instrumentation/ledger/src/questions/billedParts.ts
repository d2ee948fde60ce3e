import type { EventDay } from '../store/eventDay.ts';
import { billedRatio } from './billedRatio.ts';
import type { BilledRatios } from './billedRatios.ts';
import { calibratedCost } from './calibratedCost.ts';

/** A part of a cost as billed, nano-USD; the estimate where no bill says anything. */
export type BilledPart = (nanoUsd: bigint, of: { readonly provider: string; readonly day: EventDay }) => bigint;

/**
 * Multiplies the parts of a cost by what their providers' bills say, so that they add up: of all parts with one provider and
 * ratio the sum is rounded, not each. Part n is round(ratio × (c₁ + … + cₙ)) − round(ratio × (c₁ + … + cₙ₋₁)), less than one
 * nano-USD off by itself. So what features cost and what tenants cost is the same in all, whatever the order.
 *
 * @param from what is of days before it is rounded by itself: a period's sum is its own
 * @example three parts of 1 nano-USD at 1.5 become 2n, 1n, 2n: 5n, as 3n × 1.5, rounded, is
 */
export function billedParts(ratios: BilledRatios, from: EventDay = 0): BilledPart {
  const sums = new Map<string, { nanoUsd: bigint; billed: bigint }>();
  return (nanoUsd, { provider, day }) => {
    const ratio = billedRatio(ratios, provider, day);
    if (ratio === undefined) {
      return nanoUsd;
    }
    const key = `${provider}\n${ratio}\n${day >= from}`;
    const sum = sums.get(key) ?? { nanoUsd: 0n, billed: 0n };
    sums.set(key, sum);
    const before = sum.billed;
    sum.nanoUsd += nanoUsd;
    sum.billed = calibratedCost(sum.nanoUsd, ratio);
    return sum.billed - before;
  };
}
