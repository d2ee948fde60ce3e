import type { DayRow, DayTotal } from '../store/dayRow.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';

export interface ListedDay {
  readonly day: string;
  /** `closing`: the day is over, its books are not closed yet. */
  readonly state: 'open' | 'closing' | 'closed';
  /** Of the day's own calls, by event time; integer nano-USD. */
  readonly costNanoUsd: string;
  readonly requests: string;
  /** Booked on this day for earlier, closed ones. */
  readonly adjustmentNanoUsd: string;
}

/** Every day from the first booked one to today, days without a call included. */
export function listDays(days: readonly DayRow[], totals: readonly DayTotal[], today: EventDay): ListedDay[] {
  const closed = new Set(days.filter(({ closedMs }) => closedMs !== undefined).map(({ day }) => day));
  const totalOf = new Map(totals.map((total) => [total.day, total]));
  const listed: ListedDay[] = [];
  const last = Math.max(today, days.at(-1)?.day ?? today);
  for (let day = days[0]?.day ?? today + 1; day <= last; day += 1) {
    const total = totalOf.get(day);
    listed.push({
      day: dayText(day),
      state: closed.has(day) ? 'closed' : day < today ? 'closing' : 'open',
      costNanoUsd: String(total?.costNanoUsd ?? 0),
      requests: String(total?.requests ?? 0),
      adjustmentNanoUsd: String(total?.adjustmentNanoUsd ?? 0),
    });
  }
  return listed;
}
