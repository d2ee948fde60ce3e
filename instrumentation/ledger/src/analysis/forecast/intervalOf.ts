import type { ForecastPath, Spread } from './forecastPath.ts';
import { Z, type Level } from './level.ts';

export interface Interval {
  /** Median, USD. */
  readonly usd: number;
  readonly bounds: Readonly<Record<Level, { readonly low: number; readonly high: number }>>;
}

/**
 * What the days `from` to before `to` of a path cost together. Bounds of a sum are not the sum of bounds: daily noise
 * evens out, a walk does not. Log-normal around the median: `total * exp(± Z s)`, `s² = variance / total²`.
 *
 * Worked: two days of $50, each $10 daily spread and no other: s = √(100 + 100) / 100 = .141, at 80 %
 * $100 [$85.6, $116.8]; the same as a shared spread: s = .2, [$80.3, $124.6].
 */
export function intervalOf(path: ForecastPath, from: number, to: number): Interval {
  let total = 0;
  for (let index = from; index < to; index += 1) {
    total += path.usd[index] ?? 0;
  }
  const variance = path.spreads.reduce((sum, spread) => sum + varianceOf(spread, from, to), 0);
  const deviation = total > 0 ? Math.sqrt(variance) / total : 0;
  const at = (level: Level) => ({
    low: total * Math.exp(-Z[level] * deviation),
    high: total * Math.exp(Z[level] * deviation),
  });
  return { usd: total, bounds: { 80: at(80), 95: at(95) } };
}

function varianceOf({ kind, usd }: Spread, from: number, to: number): number {
  let reached = 0;
  let squares = 0;
  // A walk's step on one day moves all days from there on: the sums of the days from each on, squared.
  for (let index = to - 1; index >= (kind === 'walk' ? 0 : from); index -= 1) {
    const own = index >= from ? (usd[index] ?? 0) : 0;
    reached += own;
    squares += kind === 'walk' ? reached * reached : own * own;
  }
  return kind === 'shared' ? reached * reached : squares;
}
