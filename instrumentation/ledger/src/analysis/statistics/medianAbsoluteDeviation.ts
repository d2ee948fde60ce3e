import { median } from './median.ts';

/** Of normally distributed values the median absolute deviation times this is the standard deviation. */
const NORMAL = 1.4826;

/**
 * Standard deviation as the middle half of the values shows it, blind to up to half of them being outliers:
 * 1.4826 × median |x − median|. NaN where there are no values.
 *
 * @example medianAbsoluteDeviation([1, 2, 3, 4, 1000]) // => 1.4826
 */
export function medianAbsoluteDeviation(values: readonly number[], centre = median(values)): number {
  return NORMAL * median(values.map((value) => Math.abs(value - centre)));
}
