import type { DayRow } from '../store/dayRow.ts';
import type { EventDay } from '../store/eventDay.ts';

/**
 * The past days that are not closed, oldest first, from the first day anything happened; days without a call among
 * them, because a day of no spend is a number too.
 */
export function pendingDays(days: readonly DayRow[], today: EventDay): EventDay[] {
  const closed = new Set(days.filter(({ closedMs }) => closedMs !== undefined).map(({ day }) => day));
  const pending: EventDay[] = [];
  for (let day = days[0]?.day ?? today; day < today; day += 1) {
    if (!closed.has(day)) {
      pending.push(day);
    }
  }
  return pending;
}
