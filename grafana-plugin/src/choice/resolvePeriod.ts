import { DAY_MS } from '../queries/dayMs.ts';
import type { ClosedDays, ClosedPeriod } from './closedPeriod.ts';
import type { NamedPeriod, Period } from './period.ts';

const LENGTHS: Partial<Record<NamedPeriod, number>> = { '7d': 7, '30d': 30, '90d': 90 };
const LONGEST = 400;

/**
 * The closed days of a period; undefined where none of it is closed. Compared with: for one day the same weekday a week
 * before; for a month to date as many days of the month before; for a month the month before; otherwise as many days
 * just before. `against` overrules that.
 */
export function resolvePeriod(
  period: Period,
  books: { readonly today: number; readonly lastClosedDay: number },
  against?: Period
): ClosedPeriod | undefined {
  const now = daysOf(period, books);
  const before = now && ((against && daysOf(against, books)) ?? daysBefore(period, now));
  return now && before && { ...now, before };
}

function daysOf(period: Period, { today, lastClosedDay }: { today: number; lastClosedDay: number }) {
  if (typeof period === 'object') {
    return closed(Date.parse(period.from), Math.min(Date.parse(period.to), lastClosedDay));
  }
  if (period === 'month') {
    return closed(startOfMonth(today, 0), lastClosedDay);
  }
  if (period === 'last-month') {
    return closed(startOfMonth(today, -1), Math.min(startOfMonth(today, 0) - DAY_MS, lastClosedDay));
  }
  return closed(lastClosedDay - ((LENGTHS[period] ?? 1) - 1) * DAY_MS, lastClosedDay);
}

function closed(firstDay: number, lastDay: number): ClosedDays | undefined {
  const days = Math.round((lastDay - firstDay) / DAY_MS) + 1;
  const first = days > LONGEST ? lastDay - (LONGEST - 1) * DAY_MS : firstDay;
  return days < 1 ? undefined : { firstDay: first, lastDay, days: Math.min(days, LONGEST) };
}

function daysBefore(period: Period, { firstDay, days }: ClosedDays): ClosedDays | undefined {
  if (period === 'month' || period === 'last-month') {
    const first = startOfMonth(firstDay, -1);
    const length = period === 'month' ? days : LONGEST;
    return closed(first, Math.min(first + (length - 1) * DAY_MS, startOfMonth(firstDay, 0) - DAY_MS));
  }
  const last = days === 1 ? firstDay - 7 * DAY_MS : firstDay - DAY_MS;
  return closed(last - (days - 1) * DAY_MS, last);
}

const startOfMonth = (day: number, months: number): number => {
  const at = new Date(day);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
};
