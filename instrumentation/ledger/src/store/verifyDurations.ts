import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';

/**
 * Compares the durations booked on a day with its calls, adjustments for earlier days included. Undefined where a call
 * booked on the day is past retention: nothing is left to compare with. Call it inside a read transaction.
 */
export function verifyDurations(database: DatabaseSync, day: EventDay): readonly string[] | undefined {
  const forDays = database
    .prepare(
      `SELECT for_day FROM book WHERE day = ?1 AND reason <> 'repriced'
       UNION SELECT for_day FROM reversed_call WHERE booked = ?1`
    )
    .all(day)
    .map(({ for_day: forDay }) => Number(forDay));
  const tables = forDays.map((forDay) => ({ name: callTableName(forDay), isOwn: forDay === day }));
  const exists = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`);
  if (tables.some(({ name }) => exists.get(name) === undefined)) {
    return undefined;
  }
  const rows = tables.map(
    ({ name, isOwn }) =>
      `SELECT dimension, 1 AS times, duration_us FROM ${name} WHERE booked IS ${isOwn ? 'NULL' : day}`
  );
  rows.push(`SELECT dimension, times, times * duration_us AS duration_us FROM reversed_call WHERE booked = ${day}`);
  const counted = `SELECT dimension, sum(times) AS calls, sum(duration_us) AS us
    FROM (${rows.join(' UNION ALL ')}) GROUP BY 1 HAVING sum(times) <> 0 OR sum(duration_us) <> 0`;
  const kept = `SELECT dimension, sum(requests) AS calls, sum(duration_us) AS us
    FROM duration_book WHERE day = ${day} GROUP BY 1 HAVING sum(requests) <> 0 OR sum(duration_us) <> 0`;
  const statement = database.prepare(`
    SELECT coalesce(c.dimension, k.dimension) AS dimension, c.calls, c.us, k.calls AS kept_calls, k.us AS kept_us
    FROM (${counted}) c FULL JOIN (${kept}) k ON k.dimension = c.dimension
    WHERE c.calls IS NOT k.calls OR c.us IS NOT k.us`);
  statement.setReadBigInts(true);
  return statement
    .all()
    .map(
      (row) =>
        `durations (dimension ${row['dimension']}): counted ${row['calls'] ?? 0} calls, ${row['us'] ?? 0} us; ` +
        `kept ${row['kept_calls'] ?? 0} calls, ${row['kept_us'] ?? 0} us`
    );
}
