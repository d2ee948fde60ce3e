import { median } from './median.ts';

const HALF_WEEK = 3;

/**
 * How far each day stands from its own week: the value minus the median of the seven days around it. NaN in means no
 * observation. A day's residual is NaN where it, or more than half of its week, was not observed, and for the last three
 * days, whose week is not over.
 *
 * @param values one a day, without gaps in the days
 */
export function weekdayResiduals(values: readonly number[]): number[] {
  return values.map((value, day) => {
    if (Number.isNaN(value) || day < HALF_WEEK || day + HALF_WEEK >= values.length) {
      return NaN;
    }
    const week = values.slice(day - HALF_WEEK, day + HALF_WEEK + 1).filter((other) => !Number.isNaN(other));
    return week.length > HALF_WEEK ? value - median(week) : NaN;
  });
}
