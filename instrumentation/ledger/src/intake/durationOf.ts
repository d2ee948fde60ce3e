import type { ReadSpan } from './readSpan.ts';

const MAX_DURATION_US = 7 * 86_400_000_000;

/** What a span took, µs; one that ends before it starts took no time, none took longer than a week. */
export function durationOf({ startUs, endUs }: Pick<ReadSpan, 'startUs' | 'endUs'>): number {
  return Math.min(Math.max(endUs - startUs, 0), MAX_DURATION_US);
}
