import { roundToSum } from '../statistics/roundToSum.ts';
import type { ChangePart } from './changePart.ts';
import { PART_KINDS } from './partKind.ts';
import { partSentence } from './partSentence.ts';
import type { Period } from './period.ts';
import { callsOf } from './segmentFactors.ts';
import { segmentTotals, type SegmentTotals } from './segmentTotals.ts';
import { splitSegment } from './splitSegment.ts';

export interface WhatChanged {
  /** What the amounts below are of: the whole period, or a day of it where the two differ in length. */
  readonly per: 'period' | 'day';
  readonly beforeNanoUsd: bigint;
  readonly afterNanoUsd: bigint;
  /** after − before = the sum of the parts, to the nano-USD. */
  readonly changeNanoUsd: bigint;
  /** In the order of PART_KINDS, those that are 0 included. */
  readonly parts: readonly ChangePart[];
}

interface Segment {
  readonly labels: Readonly<Record<string, string>>;
  readonly before: SegmentTotals | undefined;
  readonly after: SegmentTotals | undefined;
  readonly parts: readonly bigint[];
}

/**
 * Why a cost changed between two periods: Shapley parts over volume, mix, price, tokens, cache and retries, segment by
 * segment. Exact to the nano-USD, whatever the order of rows and factors; swapping the periods changes every sign and
 * nothing else. A segment on one side only takes the other side's factors.
 *
 * Worked: 1,000 calls on A at 1 ct become 1,200, half on A with 10 % more tokens, half on new B at 0.4 ct:
 * $10 → $9 = volume +1.767, mix −3.583, tokens +0.817.
 *
 * @param per what the dollars of the sentences are of: of a day that is not over they are `so far`
 * @throws RangeError for rows that are no counts
 */
export function whatChanged(before: Period, after: Period, per: 'a day' | 'so far' = 'a day'): WhatChanged {
  const perDay = before.days !== after.days;
  const sides = [segmentTotals(before, perDay), segmentTotals(after, perDay)] as const;
  const volumes = sides.map(volumeOf) as [number, number];
  const segments = [...new Set([...sides[0].keys(), ...sides[1].keys()])].sort().map((key): Segment => {
    const [own, next] = [sides[0].get(key), sides[1].get(key)];
    const labels = own?.labels ?? next?.labels ?? {};
    return { labels, before: own, after: next, parts: splitSegment(own, next, volumes) };
  });
  const costs = sides.map((side) => sum([...side.values()].flatMap(({ costs }) => [...costs.values()])));
  const [beforeNanoUsd = 0n, afterNanoUsd = 0n] = costs;
  return {
    per: perDay ? 'day' : 'period',
    beforeNanoUsd,
    afterNanoUsd,
    changeNanoUsd: afterNanoUsd - beforeNanoUsd,
    parts: PART_KINDS.map((kind, index) => {
      const nanoUsd = sum(segments.map(({ parts }) => parts[index] ?? 0n));
      const borne = segments.map(({ parts }) => parts[index] ?? 0n);
      const shown = kind === 'mix' ? mixBeyondAverage(segments, borne, volumes, beforeNanoUsd + afterNanoUsd) : borne;
      const bearers = segments.map((segment, at) => ({ ...segment, nanoUsd: shown[at] ?? 0n }));
      return {
        kind,
        nanoUsd,
        segments: bearers
          .filter((bearer) => bearer.nanoUsd !== 0n)
          .sort((a, b) => Number(magnitude(b.nanoUsd) - magnitude(a.nanoUsd)))
          .map(({ labels, nanoUsd: part }) => ({ labels, nanoUsd: part })),
        sentence: partSentence(kind, nanoUsd, bearers, volumes, perDay ? 1 : after.days, per),
      };
    }),
  };
}

/** A segment's part of the mix without what its share would cost at the average; the shares' changes add up to 0. */
function mixBeyondAverage(
  segments: readonly Segment[],
  parts: readonly bigint[],
  [before, after]: readonly [number, number],
  bothNanoUsd: bigint
): bigint[] {
  if (before === 0 || after === 0) {
    return [...parts];
  }
  const average = Number(bothNanoUsd) / 2;
  const share = (side: SegmentTotals | undefined, volume: number) => (side ? callsOf(side) / volume : 0);
  const beyond = segments.map((segment, index) => {
    const moved = share(segment.after, after) - share(segment.before, before);
    return Number(parts[index] ?? 0n) - moved * average;
  });
  return roundToSum(beyond, sum(parts));
}

function volumeOf(side: ReadonlyMap<string, SegmentTotals>): number {
  // In the order of the keys: rows in another order must not round another way.
  return [...side]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .reduce((calls, [, totals]) => calls + (totals.attempts > 0 ? callsOf(totals) : 0), 0);
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}

function magnitude(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}
