import { lastWeeks } from './lastWeeks.ts';
import { projectProfile } from './projectProfile.ts';
import { smoothing } from './smoothing.ts';
import { weekdayProfile } from './weekdayProfile.ts';

/** Chosen by back-test: .98 gains under steady growth and loses three times that after a step or saturation. */
const DAMPING = 0.97;

/**
 * The log-space mean of damped smoothing (half), two-week seasonal naive and the damped weekday profile (a quarter each),
 * for `days` days after the series. Each is best on some kinds of series and far off on others; together they are at
 * most a little off the best (docs/forecast.md).
 */
export function ensemble(logs: readonly number[], days: number): number[] {
  const naive = lastWeeks(logs, days);
  const damped = projectProfile(weekdayProfile(logs), days, DAMPING);
  return smoothing(logs, days).map((log, ahead) => log / 2 + ((naive[ahead] ?? 0) + (damped[ahead] ?? 0)) / 4);
}
