import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import { Unanswerable } from './unanswerable.ts';

/** More calls than this are not looked through for one question: it takes seconds. */
const MAX_CALLS = 10_000_000;

/**
 * The days of a time range that have a table of calls, earliest first.
 *
 * @throws Unanswerable where they hold more calls than one question may look through
 */
export function callDays(database: DatabaseSync, { fromUs, toUs }: { fromUs: number; toUs: number }): EventDay[] {
  const [from, to] = [eventDay(fromUs / 1_000), eventDay((toUs - 1) / 1_000)];
  const tables = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name BETWEEN ? AND ?`)
    .all(callTableName(from), callTableName(to));
  const there = new Set(tables.map(({ name }) => name));
  // Adjustments are booked later than the day they are for, never earlier.
  const counted = database
    .prepare(
      `SELECT for_day AS day, sum(requests) AS calls FROM book WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2
       GROUP BY for_day ORDER BY for_day`
    )
    .all(from, to)
    .map(({ day, calls }) => ({ day: Number(day), calls: Number(calls) }))
    .filter(({ day }) => there.has(callTableName(day)));
  const calls = counted.reduce((sum, one) => sum + one.calls, 0);
  if (calls > MAX_CALLS) {
    throw new Unanswerable(
      `there are ${calls} calls in this time, more than ${MAX_CALLS} are not looked through: ask for fewer days`
    );
  }
  return counted.map(({ day }) => day);
}
