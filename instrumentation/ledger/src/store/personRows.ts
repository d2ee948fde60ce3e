import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from './eventDay.ts';
import { monthPerson } from './monthPerson.ts';

/** Where a person is counted in one calendar month. */
export interface PersonMonth {
  /** Its first day. */
  readonly month: EventDay;
  readonly rows: readonly { readonly feature: number; readonly environment: number; readonly person: Uint8Array }[];
}

/**
 * The rows of a person among the people of each month, months without left out.
 *
 * @param persons every name that `personOf` may have given them
 */
export function personRows(database: DatabaseSync, persons: readonly string[]): PersonMonth[] {
  const find = database.prepare('SELECT feature, environment, person FROM active_user WHERE month = ? AND person = ?');
  return database
    .prepare('SELECT month, key FROM user_month ORDER BY month')
    .all()
    .map(({ month, key }) => ({
      month: Number(month),
      rows: persons.flatMap((person) =>
        find.all(Number(month), monthPerson(key as Uint8Array, person)).map((row) => ({
          feature: Number(row['feature']),
          environment: Number(row['environment']),
          person: row['person'] as Uint8Array,
        }))
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}
