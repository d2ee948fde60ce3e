import { DAY_MS } from '../queries/dayMs.ts';
import { monthLength } from './monthLength.ts';

/**
 * The day on which a month's budget is used up at the pace of its `days` closed days; undefined where it lasts. It lasts
 * `budget / (spent / days)` days: $1,000 with $800 spent in 20 days, 25 days, so it ends on the 26th.
 *
 * @param today 00:00 UTC of a day of that month, ms
 */
export function budgetEnd(spent: number, budget: number, days: number, today: number): number | undefined {
  const at = new Date(today);
  const lasts = budget / (spent / days);
  return spent > 0 && days > 0 && lasts < monthLength(today)
    ? Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1) + Math.floor(lasts) * DAY_MS
    : undefined;
}
