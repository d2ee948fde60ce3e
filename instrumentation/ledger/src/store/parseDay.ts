import { dayText } from './dayText.ts';
import { eventDay, type EventDay } from './eventDay.ts';

/** The day a `YYYY-MM-DD` names, or undefined where it names none (2026-02-30). */
export function parseDay(text: string): EventDay | undefined {
  const day = eventDay(Date.parse(`${text}T00:00:00Z`));
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day) && dayText(day) === text ? day : undefined;
}
