import { roundToSum } from '../statistics/roundToSum.ts';
import { changedKinds } from './changedKinds.ts';
import { costWith } from './costWith.ts';
import { imputeFactors } from './imputeFactors.ts';
import { PART_KINDS } from './partKind.ts';
import { segmentFactors } from './segmentFactors.ts';
import type { SegmentTotals } from './segmentTotals.ts';
import { shapley } from './shapley.ts';

const VOLUME = PART_KINDS.indexOf('volume');
const PRICE = PART_KINDS.indexOf('price');

/**
 * The change of one segment's cost in nano-USD by PART_KINDS; the parts add up to it. Where all calls began or ended the
 * change is volume; cost without a call (a correction) is price.
 *
 * @param volumes calls of all segments, before and after
 */
export function splitSegment(
  before: SegmentTotals | undefined,
  after: SegmentTotals | undefined,
  volumes: readonly [number, number]
): bigint[] {
  const parts = PART_KINDS.map(() => 0n);
  const add = (kind: number, nanoUsd: bigint) => (parts[kind] = (parts[kind] ?? 0n) + nanoUsd);
  const called = [before, after].map((side) => (side && side.attempts > 0 ? side : undefined));
  [before, after].forEach((side, index) => {
    if (side && !called[index]) {
      add(PRICE, index === 0 ? -costOf(side) : costOf(side));
    }
  });
  const change = costOf(called[1]) - costOf(called[0]);
  if (volumes[0] === 0 || volumes[1] === 0) {
    add(VOLUME, change);
  } else if (called[0] || called[1]) {
    const factors = called.map((own, index) => own && segmentFactors(own, called[1 - index], volumes[index] ?? NaN));
    const pair = imputeFactors(factors[0], factors[1], volumes);
    const kinds = changedKinds(pair);
    if (kinds.length === 0) {
      // A nano-USD of rounding has no cause.
      add(PRICE, change);
    } else {
      const gains = shapley(kinds.length, (set) => costWith(pair, kinds, set));
      roundToSum(gains, change).forEach((nanoUsd, at) => add(PART_KINDS.indexOf(kinds[at] ?? 'price'), nanoUsd));
    }
  }
  return parts;
}

function costOf(totals: SegmentTotals | undefined): bigint {
  return [...(totals?.costs.values() ?? [])].reduce((sum, cost) => sum + cost, 0n);
}
