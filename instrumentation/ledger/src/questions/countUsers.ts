import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { CountedUsers } from '../analysis/economics/userCosts.ts';
import type { EventDay } from '../store/eventDay.ts';
import { monthStart } from '../store/monthStart.ts';

interface Asked {
  /** The last day that counts, and with it the days of its calendar month (UTC) before it. */
  readonly to: EventDay;
  /** Any of these, everywhere where it is left out. */
  readonly environment?: readonly string[] | undefined;
}

export interface UserCounts {
  readonly features: ReadonlyMap<string, CountedUsers>;
  /** Who used more than one feature counts once. */
  readonly total: CountedUsers;
  /** Calls for people the month has no room for. */
  readonly uncountedCalls: bigint;
}

/**
 * The people calls of a calendar month say they are for, up to a day of it, by feature. A feature none of whose calls says so
 * is not there: how many use it is not known. Who used it in two environments counts once.
 */
export function countUsers(database: DatabaseSync, { to, environment }: Asked): UserCounts {
  const from = monthStart(to);
  const meant = (column: string) =>
    `(:environment IS NULL OR ${column} IN
        (SELECT n.id FROM name n JOIN json_each(:environment) j ON n.value = j.value))`;
  const values = { environment: environment === undefined ? null : JSON.stringify(environment) };
  const all = (sql: string, more: Record<string, number>) => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement.all({ ...values, ...more });
  };
  const people = (by: string) =>
    all(
      `SELECT ${by} AS feature, count(DISTINCT person) AS users FROM active_user
       WHERE month = :from AND first_day <= :to AND ${meant('environment')} GROUP BY 1`,
      { from, to }
    );
  const users = new Map(people('feature').map((row) => [row['feature'], row['users'] as bigint]));
  const calls = all(
    `SELECT u.feature, n.value AS name, sum(u.requests) AS requests, sum(u.uncounted) AS uncounted
     FROM user_book u JOIN name n ON n.id = u.feature
     WHERE u.for_day BETWEEN :from AND :to AND ${meant('u.environment')} GROUP BY u.feature`,
    { from, to }
  );
  const booked = new Map(
    database
      .prepare(
        `SELECT d.feature, sum(b.requests) AS requests FROM book b JOIN dimension d ON d.id = b.dimension
         WHERE b.day >= :from AND b.for_day BETWEEN :from AND :to
           AND (:environment IS NULL OR d.environment IN (SELECT value FROM json_each(:environment))) GROUP BY 1`
      )
      .all({ ...values, from, to })
      .map((row) => [String(row['feature']), BigInt(Number(row['requests']))])
  );
  const counted = (users: bigint, row: Record<string, SQLOutputValue>, allCalls: bigint): CountedUsers => ({
    ...{ from, to, users, isAtLeast: row['uncounted'] !== 0n, calls: row['requests'] as bigint, allCalls },
  });
  const sum = (of: Iterable<bigint>) => [...of].reduce((total, one) => total + one, 0n);
  const uncountedCalls = sum(calls.map((row) => row['uncounted'] as bigint));
  return {
    features: new Map(
      calls.map((row) => {
        const name = String(row['name']);
        return [name, counted(users.get(row['feature']) ?? 0n, row, booked.get(name) ?? 0n)];
      })
    ),
    total: counted(
      (people("''")[0]?.['users'] as bigint | undefined) ?? 0n,
      {
        requests: sum(calls.map((row) => row['requests'] as bigint)),
        uncounted: uncountedCalls,
      },
      sum(booked.values())
    ),
    uncountedCalls,
  };
}
