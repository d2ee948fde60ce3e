import { median } from './median.ts';
import { medianAbsoluteDeviation } from './medianAbsoluteDeviation.ts';
import { quantile } from './quantile.ts';

/** How many values the prior counts for. */
const PRIOR_WEIGHT = 6;
/** 90 % of normally distributed values lie within this many standard deviations. */
const Q90_SDS = 1.645;

interface RobustScale {
  /** Median of the values, shrunk towards 0. */
  readonly centre: number;
  /** Standard deviation, shrunk towards the prior. */
  readonly spread: number;
}

/**
 * Where the values of a statistic usually lie, robust against outliers and cautious with few: of n values
 * centre = median × n/(n+6), spread² = (n s² + 6 prior²)/(n+6) with s the larger of the median absolute deviation and
 * the 90 % quantile of |x − median| over 1.645, because a heavy tail shows only there.
 *
 * @param prior the spread to expect where nothing is known
 * @example robustScale([], 0.3) // => { centre: 0, spread: 0.3 }
 */
export function robustScale(values: readonly number[], prior: number): RobustScale {
  const n = values.length;
  if (n === 0) {
    return { centre: 0, spread: prior };
  }
  const centre = median(values);
  const deviations = values.map((value) => Math.abs(value - centre));
  const s = Math.max(medianAbsoluteDeviation(values, centre), quantile(deviations, 0.9) / Q90_SDS);
  return {
    centre: (centre * n) / (n + PRIOR_WEIGHT),
    spread: Math.sqrt((n * s ** 2 + PRIOR_WEIGHT * prior ** 2) / (n + PRIOR_WEIGHT)),
  };
}
