import { TURNAROUND_BUCKETS } from './turnaroundBuckets.ts';

/**
 * The bucket of a turnaround, as the label `le` names it: the least bound it does not exceed.
 *
 * @example turnaroundBucket(3_600_000) // => '3600'
 */
export function turnaroundBucket(ms: number): string {
  return String(TURNAROUND_BUCKETS.find((seconds) => ms <= seconds * 1_000) ?? '+Inf');
}
