import { randomUUID } from 'node:crypto';
import { appendRecord } from './appendRecord.ts';
import { countedMonths, type CountedMonth } from './countedMonths.ts';
import { inTransaction } from './inTransaction.ts';
import { openDatabase } from './openDatabase.ts';
import { personRows } from './personRows.ts';
import type { RecordAuthor } from './recordEntry.ts';
import { Unusable } from './unusable.ts';

interface Erasure {
  readonly by: RecordAuthor;
  readonly nowMs: number;
  /** Why. */
  readonly note?: string | undefined;
}

/**
 * Removes a person from the people of every month, wholly or not at all; money and numbers of calls are not touched. That it
 * was done is a record of kind `erasures`: when, by whom, of how many months and rows, and not of whom. The caller has made
 * sure that nobody else writes.
 *
 * @param persons every name that `personOf` may have given them
 * @throws Unusable when it could not be recorded; then nothing is removed
 */
export function forgetUser(path: string, persons: readonly string[], { by, nowMs, note }: Erasure): CountedMonth[] {
  const database = openDatabase(path);
  try {
    // What is deleted is overwritten, and does not stay on a free page.
    database.exec('PRAGMA secure_delete = ON');
    return inTransaction(database, () => {
      const found = personRows(database, persons);
      const remove = database.prepare(
        'DELETE FROM active_user WHERE month = ? AND feature = ? AND environment = ? AND person = ?'
      );
      const count = database.prepare('UPDATE user_month SET people = people - ? WHERE month = ?');
      for (const { month, rows } of found) {
        rows.forEach(({ feature, environment, person }) => remove.run(month, feature, environment, person));
        count.run(rows.length, month);
      }
      const months = countedMonths(found);
      if (months.length > 0) {
        const content = { months: months.length, rows: months.reduce((sum, { rows }) => sum + rows, 0) };
        const made = { kind: 'erasures', id: randomUUID(), version: 1, action: 'create', state: 'done' };
        const outcome = appendRecord(database, { ...made, atMs: nowMs, by, note, content });
        if (outcome.kind !== 'kept') {
          throw new Unusable(outcome.kind === 'unavailable' ? outcome.message : 'it could not be recorded');
        }
      }
      return months;
    });
  } finally {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
  }
}
