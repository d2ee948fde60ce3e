import { DAY_MS, type EventDay } from './eventDay.ts';

/**
 * The ISO week a day is in: weeks start on Monday, and belong to the year that has their Thursday.
 *
 * @example weekText(20779) // 2026-11-22, a Sunday => '2026-W47'
 */
export function weekText(day: EventDay): string {
  // Day 0 was a Thursday.
  const thursday = day - ((((day + 3) % 7) + 7) % 7) + 3;
  const year = new Date(thursday * DAY_MS).getUTCFullYear();
  const week = 1 + Math.floor((thursday - Date.UTC(year, 0, 1) / DAY_MS) / 7);
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}
