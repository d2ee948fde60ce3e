import { DURATION_BUCKETS } from '../store/durationBuckets.ts';
import type { DurationSum, DurationSums } from './durationSums.ts';
import { labelTexts } from './labelTexts.ts';

const BOUNDS = [...DURATION_BUCKETS.map(String), '+Inf'];

/** The lines of a histogram: cumulative buckets, the sum in seconds, the count. */
export function histogramLines(name: string, labels: readonly string[], series: DurationSums): () => Iterable<string> {
  const textOf = labelTexts(labels);
  function* write(taken: readonly DurationSum[]) {
    for (const { values, buckets, durationUs } of taken) {
      const text = textOf(values);
      let reached = 0;
      for (const [index, bound] of BOUNDS.entries()) {
        reached += buckets[index] ?? 0;
        yield `${name}_bucket{${text},le="${bound}"} ${reached}`;
      }
      yield `${name}_sum{${text}} ${durationUs / 1e6}`;
      yield `${name}_count{${text}} ${reached}`;
    }
  }
  return () => write(Array.from(series, (sum) => ({ ...sum, buckets: sum.buckets.slice() })));
}
