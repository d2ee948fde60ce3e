import type { ReadSpan } from './readSpan.ts';

const MAX_DURATION_US = 7 * 86_400_000_000;

/** Start and duration in µs; a span that ends before it starts took no time, none took longer than a week. */
export function spanTimes({ startNs, endNs }: Pick<ReadSpan, 'startNs' | 'endNs'>): {
  readonly startUs: number;
  readonly durationUs: number;
} {
  const startUs = Number(startNs / 1_000n);
  return { startUs, durationUs: Math.min(Math.max(Number(endNs / 1_000n) - startUs, 0), MAX_DURATION_US) };
}
