import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { CallHistogram, CostBucket } from '../../data/callHistogram.ts';

/** A bar: the calls of one bucket. Shares are of the priced calls, and of what they cost. */
export interface HistogramBar {
  readonly label: string;
  readonly calls: number;
  readonly costNanoUsd: bigint;
  readonly callShare: number;
  readonly costShare: number;
}

/** Buckets up to here, without what cost nothing, are one bar: a hundredth of a cent is little, however little. */
const LITTLE = 100_000n;

/** The buckets from the first to the last that holds a call; empty ones between them stay. */
export function histogramBars(histogram: CallHistogram): HistogramBar[] {
  const { calls, unpriced, costNanoUsd } = histogram;
  const buckets = folded(histogram.buckets);
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

function folded(buckets: readonly CostBucket[]): readonly CostBucket[] {
  const isLittle = ({ upToNanoUsd }: CostBucket) =>
    upToNanoUsd !== null && upToNanoUsd !== '0' && BigInt(upToNanoUsd) <= LITTLE;
  const little = buckets.filter(isLittle);
  const sum = (of: (bucket: CostBucket) => string) =>
    String(little.reduce((all, bucket) => all + BigInt(of(bucket)), 0n));
  return [
    ...buckets.filter(({ upToNanoUsd }) => upToNanoUsd === '0'),
    ...(little.length === 0
      ? []
      : [
          {
            upToNanoUsd: String(LITTLE),
            calls: sum(({ calls }) => calls),
            costNanoUsd: sum(({ costNanoUsd }) => costNanoUsd),
          },
        ]),
    ...buckets.filter((bucket) => bucket.upToNanoUsd !== '0' && !isLittle(bucket)),
  ];
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
