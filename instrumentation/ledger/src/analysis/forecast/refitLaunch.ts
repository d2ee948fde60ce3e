import type { LaunchEstimate } from './estimateLaunch.ts';

/** How far apart, on a log scale, days of a young feature are, where they do not say themselves. */
const LEAST_DAY_SPREAD = 0.2;
/** What the first days cannot tell, however many: early users are not the users of later. */
const START_SPREAD = 0.15;
const Z_80 = 1.2816;
const Z_95 = 1.96;

/**
 * A launch estimate after its first days: the range and the days, each weighted by how sure it is (normal on a log
 * scale, precision = 1 / variance). Once there are 14 days the forecast stands on history alone.
 *
 * Worked: $20 [$10, $40] (log spread .54) and four days of $30 (.2/√4 and .15: .18) → $28.8 [$23.1, $35.9].
 *
 * @param days cost of whole days since the launch, USD; days without spend are left out
 */
export function refitLaunch(estimate: LaunchEstimate, days: readonly number[]): LaunchEstimate {
  const logs = days.filter((usd) => usd > 0).map(Math.log);
  if (logs.length === 0) {
    return estimate;
  }
  const mean = logs.reduce((sum, one) => sum + one, 0) / logs.length;
  const spread = logs.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(1, logs.length - 1);
  const seen = Math.max(LEAST_DAY_SPREAD ** 2, spread) / logs.length + START_SPREAD ** 2;
  const { low, high } = estimate.bounds[80];
  const expected = (Math.log(high / low) / (2 * Z_80)) ** 2 || 1e-9;
  const variance = 1 / (1 / expected + 1 / seen);
  const middle = variance * (Math.log(estimate.usd) / expected + mean / seen);
  const at = (z: number) => ({
    low: Math.exp(middle - z * Math.sqrt(variance)),
    high: Math.exp(middle + z * Math.sqrt(variance)),
  });
  return { usd: Math.exp(middle), bounds: { 80: at(Z_80), 95: at(Z_95) } };
}
