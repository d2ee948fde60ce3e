import type { DayRow } from '../store/dayRow.ts';
import { DAY_MS } from '../store/eventDay.ts';
import type { ClosePolicy } from './closePolicy.ts';

/**
 * When a past day closes, if nothing more arrives for it (ms): grace and quiet have both passed, or its time is up. One
 * more arrival moves it later, never past the limit.
 */
export function closesAt(
  { day, firstArrivalMs, lastArrivalMs }: Omit<DayRow, 'closedMs'>,
  { graceMs, quietMs, limitMs }: ClosePolicy
): number {
  const endMs = (day + 1) * DAY_MS;
  const settledMs = Math.max(endMs + graceMs, lastArrivalMs + quietMs);
  return Math.min(settledMs, Math.max(endMs, firstArrivalMs) + limitMs);
}
