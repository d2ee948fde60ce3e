import { median } from '../statistics/median.ts';
import type { RollingError } from './rollingErrors.ts';

/** Variance of the log error `k` days ahead: `noise + walk * k`. Noise is each day's own, the walk is carried on. */
export interface LogVariance {
  readonly noise: number;
  readonly walk: number;
}

/** Least walk, as a share of the week-on-week variance: 90 calm days do not promise a calm quarter. */
const LEAST_WALK = 0.33;
/** Mean days ahead in the first month, where noise gives way to a raised walk. */
const PIVOT_DAYS = 12;

/**
 * Fits the variance of a forecast to its own past errors by weighted least squares over three-day bins of the days ahead
 * (weight = errors / ahead²: near days are told best), with a floor on the walk from week-on-week changes. Without past
 * errors the week-on-week changes are all there is. The floor and the levels of `Z` were chosen on seeds that no
 * published table uses.
 *
 * @param logs made steady
 */
export function logVariance(errors: readonly RollingError[], logs: readonly number[]): LogVariance {
  const weekly = weeklyVariance(logs);
  const least = (LEAST_WALK * weekly) / 7;
  const fitted = fit(errors) ?? { noise: weekly / 2, walk: least };
  const walk = Math.max(fitted.walk, least);
  const noise = Math.max(0.4 * fitted.noise, fitted.noise - (walk - fitted.walk) * PIVOT_DAYS);
  return { noise: Math.max(noise, 1e-6), walk: Math.max(walk, 1e-8) };
}

function fit(errors: readonly RollingError[]): LogVariance | undefined {
  const bins = new Map<number, { count: number; squares: number }>();
  for (const { ahead, error } of errors) {
    const middle = Math.ceil(ahead / 3) * 3 - 1;
    const bin = bins.get(middle) ?? { count: 0, squares: 0 };
    bins.set(middle, { count: bin.count + 1, squares: bin.squares + error * error });
  }
  if (bins.size < 2) {
    return undefined;
  }
  let [weights, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (const [ahead, { count, squares }] of bins) {
    const weight = count / (ahead * ahead);
    const square = squares / count;
    weights += weight;
    x += weight * ahead;
    y += weight * square;
    xx += weight * ahead * ahead;
    xy += weight * ahead * square;
  }
  const walk = (weights * xy - x * y) / (weights * xx - x * x);
  const noise = (y - walk * x) / weights;
  if (walk <= 0) {
    return { noise: y / weights, walk: 0 };
  }
  return noise < 0 ? { noise: 0, walk: xy / xx } : { noise, walk };
}

/** Of changes from one week to the next; the robust spread bounds it, so that one step does not. */
function weeklyVariance(logs: readonly number[]): number {
  const changes = logs.slice(7).map((log, index) => log - (logs[index] ?? 0));
  const mean = changes.reduce((sum, one) => sum + one, 0) / changes.length;
  const variance = changes.reduce((sum, one) => sum + (one - mean) ** 2, 0) / changes.length;
  const robust = 2 * 1.4826 * median(changes.map(Math.abs));
  return Math.min(variance, robust * robust);
}
