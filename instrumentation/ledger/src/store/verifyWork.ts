import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, type EventDay } from './eventDay.ts';

/**
 * Recomputes the sums of the outcomes and judgements of a day and compares them with the books. Undefined where single
 * ones are past retention. Call it inside a read transaction.
 */
export function verifyWork(database: DatabaseSync, day: EventDay): readonly string[] | undefined {
  const dropped = database.prepare(`SELECT value FROM meta WHERE name = 'dropped_before'`).get()?.['value'];
  if (day < Number(dropped ?? 0)) {
    return undefined;
  }
  const dayUs = DAY_MS * 1_000;
  const statement = database.prepare(`
    SELECT day, series, c.records, c.amount, k.records AS kept_records, k.amount AS kept_amount
    FROM (
      SELECT coalesce(booked, ${day}) AS day, series, count(*) AS records, sum(amount) AS amount
      FROM work WHERE at_us >= ${day * dayUs} AND at_us < ${(day + 1) * dayUs} GROUP BY 1, 2
    ) c
    FULL JOIN (SELECT day, series, records, amount FROM work_book WHERE for_day = ${day}) k USING (day, series)
    WHERE c.records IS NOT k.records OR c.amount IS NOT k.amount`);
  statement.setReadBigInts(true);
  return statement
    .all()
    .map(
      (row) =>
        `work (day ${row['day']}, series ${row['series']}): ` +
        `counted ${row['records'] ?? 0} records, ${row['amount'] ?? 0}; ` +
        `kept ${row['kept_records'] ?? 0} records, ${row['kept_amount'] ?? 0}`
    );
}
