import type { ClosedPeriod } from '../../choice/closedPeriod.ts';
import { weekDays } from './weekDays.ts';

const DAY_MS = 86_400_000;

/** The closed days of a week against as many of the week before; undefined while none is closed. */
export function weekPeriod(week: string, lastClosedDay: number): ClosedPeriod | undefined {
  const { firstDay, lastDay } = weekDays(week);
  const last = Math.min(lastDay, lastClosedDay);
  const days = Math.round((last - firstDay) / DAY_MS) + 1;
  const before = { firstDay: firstDay - 7 * DAY_MS, lastDay: last - 7 * DAY_MS, days };
  return days < 1 ? undefined : { firstDay, lastDay: last, days, before };
}
