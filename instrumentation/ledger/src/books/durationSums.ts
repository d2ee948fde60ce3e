import type { DurationRow } from '../store/bookRow.ts';
import { DURATION_BUCKETS } from '../store/durationBuckets.ts';

export interface DurationSum {
  readonly values: readonly string[];
  /** Calls by bucket, not cumulative; the last is +Inf. */
  readonly buckets: number[];
  durationUs: number;
}

/** Call durations by label set. */
export class DurationSums {
  private readonly series = new Map<string, DurationSum>();

  add(values: readonly string[], row: DurationRow): void {
    const key = values.join('\n');
    const sum = this.series.get(key) ?? {
      values,
      buckets: new Array<number>(DURATION_BUCKETS.length + 1).fill(0),
      durationUs: 0,
    };
    this.series.set(key, sum);
    sum.buckets[row.bucket] = (sum.buckets[row.bucket] ?? 0) + row.requests;
    sum.durationUs += row.durationUs;
  }

  [Symbol.iterator](): IterableIterator<DurationSum> {
    return this.series.values();
  }
}
