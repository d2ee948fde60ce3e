import { DAY_MS, type EventDay } from './eventDay.ts';

/** @example dayText(20779) // => '2026-11-22' */
export function dayText(day: EventDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
