import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { CallHistogram } from '../../data/callHistogram.ts';

/** A bar: the calls of one bucket. Shares are of the priced calls, and of what they cost. */
export interface HistogramBar {
  readonly label: string;
  readonly calls: number;
  readonly costNanoUsd: bigint;
  readonly callShare: number;
  readonly costShare: number;
}

/** The buckets from the first to the last that holds a call; empty ones between them stay. */
export function histogramBars({ buckets, calls, unpriced, costNanoUsd }: CallHistogram): HistogramBar[] {
  const first = buckets.findIndex((bucket) => bucket.calls !== '0');
  const last = buckets.findLastIndex((bucket) => bucket.calls !== '0');
  const priced = Number(calls - unpriced);
  return buckets.slice(Math.max(first, 0), last + 1).map((bucket) => {
    const below = buckets[buckets.indexOf(bucket) - 1];
    return {
      label: bucketLabel(bucket.upToNanoUsd, below?.upToNanoUsd),
      calls: Number(bucket.calls),
      costNanoUsd: BigInt(bucket.costNanoUsd),
      callShare: priced === 0 ? 0 : Number(bucket.calls) / priced,
      costShare: costNanoUsd === 0n ? 0 : Number(bucket.costNanoUsd) / Number(costNanoUsd),
    };
  });
}

/** Bounds are round: `≤ $0.5`, not `≤ $0.500`. */
const bound = (nanoUsd: string): string =>
  formatMoney(Number(nanoUsd) / 1e9)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');

function bucketLabel(upTo: string | null, below: string | null | undefined): string {
  if (upTo === null) {
    return `> ${bound(below ?? '0')}`;
  }
  return upTo === '0' ? '$0' : `≤ ${bound(upTo)}`;
}
