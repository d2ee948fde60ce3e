import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: spans of other instrumentations, by trace and span id. `seen` is 0 for one that is known only as the parent of
 * a call; `covered` is 1 where a span below it tells of usage; `is_call` where it is a call of a model itself, and
 * `entry` (JSON) then what was booked for it, while that stands. `arrived` is a day.
 * A call that was taken back after its day was closed, or after its price was corrected, stands in `reversed_call` with each
 * step the books took for it, `times` 1 or -1: as it came, with each corrected price in place of the former, and as it was
 * taken back: what the books say of it, though it is no call any more.
 */
export function addForeignSpans(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE foreign_span (
      key BLOB PRIMARY KEY, parent BLOB,
      seen INTEGER NOT NULL, covered INTEGER NOT NULL, is_call INTEGER NOT NULL,
      arrived INTEGER NOT NULL, entry TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX foreign_span_arrived ON foreign_span (is_call, arrived);
    CREATE TABLE reversed_call (
      for_day INTEGER NOT NULL, key BLOB NOT NULL, step INTEGER NOT NULL, times INTEGER NOT NULL,
      booked INTEGER NOT NULL, reason TEXT NOT NULL,
      dimension INTEGER NOT NULL, tenant INTEGER NOT NULL, status TEXT NOT NULL, retry INTEGER NOT NULL,
      unpriced TEXT NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL, duration_us INTEGER NOT NULL,
      quantities TEXT NOT NULL,
      PRIMARY KEY (for_day, key, step)
    ) STRICT, WITHOUT ROWID`);
}
