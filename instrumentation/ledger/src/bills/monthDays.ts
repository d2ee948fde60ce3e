import { eventDay, type EventDay } from '../store/eventDay.ts';

/** First and last day of a UTC month. @param month YYYY-MM */
export function monthDays(month: string): { readonly from: EventDay; readonly to: EventDay } {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return { from: eventDay(Date.UTC(year, index - 1, 1)), to: eventDay(Date.UTC(year, index, 1)) - 1 };
}
