import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: the spans that stand directly above records of ours and had not come when those did, by trace and span id. The
 * key begins with when that was (`bucket`): rows land on few pages, and need no index to be dropped by age.
 */
export function addRecordParents(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE record_parent (
      bucket INTEGER NOT NULL, key BLOB NOT NULL,
      PRIMARY KEY (bucket, key)
    ) STRICT, WITHOUT ROWID`);
}
