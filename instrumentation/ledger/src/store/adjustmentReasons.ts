import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: sums by label say why they were booked. '' is a call that came, on its day or late; `repriced` a correction of
 * calls that had come before, which live counters must not follow: counters never fall.
 */
export function adjustmentReasons(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE book RENAME TO former_book;
    CREATE TABLE book (
      day INTEGER NOT NULL, for_day INTEGER NOT NULL, dimension INTEGER NOT NULL,
      status TEXT NOT NULL, retry INTEGER NOT NULL, unpriced TEXT NOT NULL,
      requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
      reason TEXT NOT NULL DEFAULT '',
      PRIMARY KEY (day, for_day, dimension, status, retry, unpriced, reason)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO book
      SELECT day, for_day, dimension, status, retry, unpriced, requests, cost, list, '' FROM former_book;
    DROP TABLE former_book`);
}
