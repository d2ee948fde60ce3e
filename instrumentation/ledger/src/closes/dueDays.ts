import type { DayRow } from '../store/dayRow.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import type { ClosePolicy } from './closePolicy.ts';
import { scheduledCloses } from './scheduledCloses.ts';

/** The days to close now: in order, up to the first that is not due. */
export function dueDays(days: readonly DayRow[], nowMs: number, policy: ClosePolicy): EventDay[] {
  const scheduled = scheduledCloses(days, eventDay(nowMs), policy);
  const notDue = scheduled.findIndex(({ atMs }) => nowMs < atMs);
  return (notDue < 0 ? scheduled : scheduled.slice(0, notDue)).map(({ day }) => day);
}
