import { dayText } from './dayText.ts';
import type { EventDay } from './eventDay.ts';

/** The calendar month (UTC) of a day, YYYY-MM. */
export const monthText = (day: EventDay): string => dayText(day).slice(0, 'YYYY-MM'.length);
