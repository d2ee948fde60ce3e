import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: what was read of a day from elsewhere, each time it was another number than before. `amount` is units, people,
 * or nano-USD; NULL where the source had nothing for the day. What is booked because of it stands with the work.
 */
export function readingTable(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE reading (
      day INTEGER NOT NULL, kind TEXT NOT NULL, feature TEXT NOT NULL, name TEXT NOT NULL,
      seq INTEGER NOT NULL, read_ms INTEGER NOT NULL, amount INTEGER, source TEXT NOT NULL,
      PRIMARY KEY (day, kind, feature, name, seq)
    ) STRICT, WITHOUT ROWID`);
}
