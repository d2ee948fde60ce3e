import type { ScheduledClose } from '../closes/scheduledCloses.ts';
import type { DayRow } from '../store/dayRow.ts';
import { dayText } from '../store/dayText.ts';

export interface ListedCloses {
  /** The newest closed day; null where none is. */
  readonly closedThrough: string | null;
  /** Past days still open, oldest first, with the time each is due if nothing more arrives for it. */
  readonly closing: readonly { readonly day: string; readonly due: string }[];
}

/** How far the books are closed. */
export function listCloses(days: readonly DayRow[], scheduled: readonly ScheduledClose[]): ListedCloses {
  const last = days.findLast(({ closedMs }) => closedMs !== undefined);
  return {
    closedThrough: last ? dayText(last.day) : null,
    closing: scheduled.map(({ day, atMs }) => ({ day: dayText(day), due: new Date(atMs).toISOString() })),
  };
}
