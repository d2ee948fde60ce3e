import { DAY_MS, type EventDay } from './eventDay.ts';

/**
 * The first day of the calendar month (UTC) of a day, or of one so many months before.
 *
 * @example monthStart(20779, 1) // 22 November 2026 => 20727, 1 October 2026
 */
export function monthStart(day: EventDay, monthsBefore = 0): EventDay {
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - monthsBefore, 1) / DAY_MS;
}
