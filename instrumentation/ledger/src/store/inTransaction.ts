import type { DatabaseSync } from 'node:sqlite';

/** What `work` returns, once all that it wrote is on disk; where it throws, nothing of it is. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const done = work();
    database.exec('COMMIT');
    return done;
  } catch (error) {
    // A full disk may have ended it already.
    if (database.isTransaction) {
      database.exec('ROLLBACK');
    }
    throw error;
  }
}
