import type { CauseCode } from './causeCode.ts';

/** What is known beside two unit prices. */
export interface PriceEvidence {
  /** Bill by estimate. */
  readonly ratio: number;
  /** The same of each line of the bill that has a quantity. */
  readonly lineRatios: readonly number[];
  /** Share of the quantity by service tier. */
  readonly estimateTiers: ReadonlyMap<string, number>;
  /** Undefined where the bill does not tell tiers apart. */
  readonly billTiers: ReadonlyMap<string, number> | undefined;
  /** The bill's price after by before discounts, where it says both. */
  readonly billDiscountRatio: number | undefined;
  /** Bill by estimate where it is the same for all cells of the provider. */
  readonly commonRatio: number | undefined;
  /** The bill's currency, where all of it is converted to USD, and each day's prices are off by one factor. */
  readonly convertedFrom: string | undefined;
  /** All of the bill's amounts are whole cents, in so many lines; otherwise undefined. */
  readonly centLines: number | undefined;
  readonly differenceNanoUsd: bigint;
  /** What the lines of the bill can be off by, each counted in whole units and nano-USD. */
  readonly unitSlackNanoUsd: bigint;
}

const CENT_NANO_USD = 10_000_000n;
const NEAR = 0.005;
const STEPS_OF_CONTEXT = [2, 1.5];
/** Two rates of one currency and day differ by less. */
const MOST_FX = 0.1;

const isNear = (value: number, target: number) => Math.abs(value / target - 1) <= NEAR;
const times = (ratio: number) => `billed at ${ratio.toFixed(3)} × the price of the books`;

/** Why the bill has another unit price than the books. */
export function priceCause(evidence: PriceEvidence): { readonly cause: CauseCode; readonly evidence: string } {
  const { ratio, billTiers, billDiscountRatio, commonRatio, centLines, differenceNanoUsd } = evidence;
  const size = differenceNanoUsd < 0n ? -differenceNanoUsd : differenceNanoUsd;
  if (centLines !== undefined && size <= (BigInt(centLines) * CENT_NANO_USD) / 2n) {
    return { cause: 'ROUNDING', evidence: `${centLines} lines of the bill are rounded to the cent` };
  }
  if (size <= evidence.unitSlackNanoUsd) {
    return { cause: 'ROUNDING', evidence: 'less than a unit for each line of the bill' };
  }
  const moved = billTiers && tierThatMoved(evidence.estimateTiers, billTiers);
  if (moved) {
    return { cause: 'SERVICE_TIER', evidence: moved };
  }
  if (billDiscountRatio !== undefined && billDiscountRatio < 1 - NEAR && isNear(ratio, billDiscountRatio)) {
    return { cause: 'DISCOUNT', evidence: `the bill grants ${((1 - billDiscountRatio) * 100).toFixed(1)} % off list` };
  }
  if (evidence.convertedFrom !== undefined && Math.abs(ratio - 1) <= MOST_FX) {
    const rates = `the bill is in ${evidence.convertedFrom}, and each day everything is off by one factor`;
    return { cause: 'FX', evidence: `${rates}: ${times(ratio)}` };
  }
  if (commonRatio !== undefined && commonRatio < 1 - NEAR) {
    return { cause: 'DISCOUNT', evidence: `everything is ${times(commonRatio)}` };
  }
  const above = evidence.lineRatios.filter((one) => !isNear(one, 1));
  if (above.length > 0 && above.every((one) => STEPS_OF_CONTEXT.some((step) => isNear(one, step)))) {
    const all = evidence.lineRatios.length;
    return { cause: 'CONTEXT_TIER', evidence: `${above.length} of ${all} lines are ${times(above[0] ?? ratio)}` };
  }
  return { cause: 'PRICE_CHANGE', evidence: times(ratio) };
}

function tierThatMoved(estimate: ReadonlyMap<string, number>, bill: ReadonlyMap<string, number>): string | undefined {
  const share = (of: ReadonlyMap<string, number>, tier: string) => of.get(tier) ?? 0;
  const tier = [...new Set([...estimate.keys(), ...bill.keys()])].find(
    (name) => Math.abs(share(bill, name) - share(estimate, name)) > NEAR
  );
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return tier === undefined
    ? undefined
    : `${percent(share(bill, tier))} billed as ${tier}, ${percent(share(estimate, tier))} counted`;
}
