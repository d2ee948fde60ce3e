import type { ForecastPath } from './forecastPath.ts';
import { intervalOf } from './intervalOf.ts';

/** When a budget runs out. Days are UTC days; the range holds 80 of 100 cases, `null` is not before the period ends. */
export type Exhaustion =
  | { readonly state: 'exhausted' }
  | { readonly state: 'lasts' }
  | { readonly state: 'may_run_out'; readonly earliest: number }
  | { readonly state: 'runs_out'; readonly day: number; readonly earliest: number; readonly latest: number | null };

/**
 * @param remaining budget less what was spent in its period before the path starts, USD
 * @param throughDay last UTC day of the period
 */
export function budgetExhaustion(path: ForecastPath, remaining: number, throughDay: number): Exhaustion {
  if (remaining <= 0) {
    return { state: 'exhausted' };
  }
  const days = Math.min(path.usd.length, throughDay - path.firstDay + 1);
  const sums = Array.from({ length: Math.max(0, days) }, (_, index) => intervalOf(path, 0, index + 1));
  const dayOf = (reached: (sum: (typeof sums)[number]) => number) => {
    const index = sums.findIndex((sum) => reached(sum) >= remaining);
    return index < 0 ? null : path.firstDay + index;
  };
  const earliest = dayOf(({ bounds }) => bounds[80].high);
  const day = dayOf(({ usd }) => usd);
  if (earliest === null) {
    return { state: 'lasts' };
  }
  return day === null
    ? { state: 'may_run_out', earliest }
    : { state: 'runs_out', day, earliest, latest: dayOf(({ bounds }) => bounds[80].low) };
}
