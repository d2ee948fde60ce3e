import { DAY_MS } from '../queries/dayMs.ts';
import type { Books } from './books.ts';

const HOUR_MS = 3_600_000;

/**
 * When to ask for the last closed day: now, where that is yesterday, as dashboards and alerts do; otherwise (yesterday
 * is still closing) an hour after that day's own end.
 */
export function closedDayAskedAt({ today }: Books, lastClosedDay: number, nowMs: number): number {
  const end = lastClosedDay + DAY_MS;
  return end === today ? nowMs : end + HOUR_MS;
}
