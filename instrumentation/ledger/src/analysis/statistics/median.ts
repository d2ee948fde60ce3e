import { quantile } from './quantile.ts';

/** The middle value; NaN where there are none. @example median([9, 1, 2]) // => 2 */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
