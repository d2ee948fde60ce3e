import type { DayRow } from '../store/dayRow.ts';
import type { EventDay } from '../store/eventDay.ts';
import { closesAt } from './closesAt.ts';
import type { ClosePolicy } from './closePolicy.ts';
import { pendingDays } from './pendingDays.ts';

export interface ScheduledClose {
  readonly day: EventDay;
  /** The earliest it can close by itself, ms. */
  readonly atMs: number;
}

/**
 * The past days that are not closed, oldest first, and when each is due. A day without a call waits for quiet on all
 * open past days, because history that is being sent may yet reach it.
 */
export function scheduledCloses(days: readonly DayRow[], today: EventDay, policy: ClosePolicy): ScheduledClose[] {
  const open = days.filter(({ day, closedMs }) => closedMs === undefined && day < today);
  const byDay = new Map(open.map((row) => [row.day, row]));
  const any = {
    firstArrivalMs: Math.max(...open.map(({ firstArrivalMs }) => firstArrivalMs)),
    lastArrivalMs: Math.max(...open.map(({ lastArrivalMs }) => lastArrivalMs)),
  };
  return pendingDays(days, today).map((day) => ({ day, atMs: closesAt({ day, ...(byDay.get(day) ?? any) }, policy) }));
}
