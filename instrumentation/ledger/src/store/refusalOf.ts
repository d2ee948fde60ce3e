import type { Refusal } from '../intake/refusal.ts';
import { eventDay, type EventDay } from './eventDay.ts';

/** Why nothing that starts then is booked. @param firstDay the first day that single calls are kept of */
export function refusalOf(
  startMs: number,
  { latestMs, firstDay }: { readonly latestMs: number; readonly firstDay: EventDay }
): Refusal | undefined {
  if (startMs > latestMs) {
    return 'ahead_of_clock';
  }
  // Without its rows a day cannot tell a duplicate: nothing is booked on it any more.
  return eventDay(startMs) < firstDay ? 'outside_retention' : undefined;
}
