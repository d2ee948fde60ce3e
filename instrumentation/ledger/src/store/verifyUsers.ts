import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { EventDay } from './eventDay.ts';

/**
 * Compares what is counted of people with the calls of a day: calls that say whom they are for are calls, and whoever is first
 * seen on a day made one of those that are counted. The calls themselves say no people: they cannot be counted again. Call it
 * inside a read transaction.
 */
export function verifyUsers(database: DatabaseSync, day: EventDay): readonly string[] {
  return database
    .prepare(
      `SELECT f.value AS feature, e.value AS environment, u.requests, u.uncounted,
         (SELECT coalesce(sum(b.requests), 0) FROM book b JOIN dimension d ON d.id = b.dimension
          WHERE b.for_day = u.for_day AND b.day >= u.for_day AND d.feature = f.value AND d.environment = e.value) AS calls,
         (SELECT count(*) FROM active_user a
          WHERE a.month = unixepoch(u.for_day * 86400, 'unixepoch', 'start of month') / 86400
            AND a.feature = u.feature AND a.environment = u.environment AND a.first_day = u.for_day) AS new
       FROM user_book u JOIN name f ON f.id = u.feature JOIN name e ON e.id = u.environment
       WHERE u.for_day = ?`
    )
    .all(day)
    .map((row) => {
      const amount = (name: string) => Number(row[name]);
      const [requests, calls, seen] = [amount('requests'), amount('calls'), amount('new')];
      return { requests, counted: requests - amount('uncounted'), calls, seen, labels: labelsOf(row) };
    })
    .filter(({ requests, counted, calls, seen }) => requests > calls || seen > counted)
    .map(
      ({ requests, counted, calls, seen, labels }) =>
        `users (${labels}): ${requests} of ${calls} calls say whom they are for; ${seen} people first seen in ${counted}`
    );
}

const labelsOf = (row: Readonly<Record<string, SQLOutputValue>>): string =>
  `feature ${String(row['feature'])}, environment ${String(row['environment'])}`;
