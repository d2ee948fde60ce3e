import { median } from './median.ts';

const WEEKS = 8;
/** One or two weeks say little about a weekday. */
const PRIOR_WEEKS = 1.5;
/** The last days whose residual needs days that are not known yet at `day`. */
const UNKNOWN_DAYS = 3;

/**
 * What each weekday adds, as known at the start of `day`: the median of that weekday's residuals in the 8 weeks before,
 * times n/(n + 1.5). Index: day modulo 7.
 *
 * @param residuals of `weekdayResiduals`
 */
export function weekdayEffects(residuals: readonly number[], day: number): number[] {
  return Array.from({ length: 7 }, (_, weekday) => {
    const known: number[] = [];
    // The newest day of this weekday before `day`, and the weeks before it.
    const newest = day - 1 - ((((day - 1 - weekday) % 7) + 7) % 7);
    for (let week = 0; week < WEEKS; week += 1) {
      const residual = newest - 7 * week < day - UNKNOWN_DAYS ? residuals[newest - 7 * week] : undefined;
      if (residual !== undefined && !Number.isNaN(residual)) {
        known.push(residual);
      }
    }
    return known.length === 0 ? 0 : (median(known) * known.length) / (known.length + PRIOR_WEEKS);
  });
}
