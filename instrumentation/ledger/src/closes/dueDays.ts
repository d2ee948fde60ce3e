import type { DayRow } from '../store/dayRow.ts';
import { DAY_MS, eventDay, type EventDay } from '../store/eventDay.ts';
import type { ClosePolicy } from './closePolicy.ts';
import { pendingDays } from './pendingDays.ts';

/**
 * The days to close now: in order, up to the first that is not due. A day is due when its grace has passed and nothing
 * came for it for a while, or when its time is up. A day without a call waits for quiet on all open past days, because
 * history that is being sent may yet reach it.
 */
export function dueDays(days: readonly DayRow[], nowMs: number, policy: ClosePolicy): EventDay[] {
  const today = eventDay(nowMs);
  const open = days.filter(({ day, closedMs }) => closedMs === undefined && day < today);
  const byDay = new Map(open.map((row) => [row.day, row]));
  const anyFirst = Math.max(...open.map(({ firstArrivalMs }) => firstArrivalMs));
  const anyLast = Math.max(...open.map(({ lastArrivalMs }) => lastArrivalMs));

  const pending = pendingDays(days, today);
  const notDue = pending.findIndex((day) => {
    const endMs = (day + 1) * DAY_MS;
    const { firstArrivalMs, lastArrivalMs } = byDay.get(day) ?? { firstArrivalMs: anyFirst, lastArrivalMs: anyLast };
    const settled = nowMs >= endMs + policy.graceMs && nowMs >= lastArrivalMs + policy.quietMs;
    return !settled && nowMs < Math.max(endMs, firstArrivalMs) + policy.limitMs;
  });
  return notDue < 0 ? pending : pending.slice(0, notDue);
}
