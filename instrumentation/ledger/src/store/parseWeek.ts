import { DAY_MS, type EventDay } from './eventDay.ts';
import { weekText } from './weekText.ts';

/** The Monday of the ISO week a `YYYY-Www` names, or undefined where it names none (2026-W54). */
export function parseWeek(text: string): EventDay | undefined {
  const [, year, week] = /^([1-9]\d{3})-W(\d{2})$/.exec(text) ?? [];
  if (year === undefined || week === undefined) {
    return undefined;
  }
  // The fourth of January is always in the first week.
  const fourth = Date.UTC(Number(year), 0, 4) / DAY_MS;
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + 7 * (Number(week) - 1);
  return weekText(monday) === text ? monday : undefined;
}
