import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: outcomes and judgements. Single ones in one table, keyed by time first like calls, until retention ends;
 * their sums by booking day and event day for ever. `amount` is units, or scores in millionths.
 */
export function addWork(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE work_series (
      id INTEGER PRIMARY KEY,
      kind TEXT NOT NULL, feature TEXT NOT NULL, team TEXT NOT NULL, request_type TEXT NOT NULL,
      model TEXT NOT NULL, environment TEXT NOT NULL, name TEXT NOT NULL,
      UNIQUE (kind, feature, team, request_type, model, environment, name)
    ) STRICT;
    CREATE TABLE work (
      at_us INTEGER NOT NULL, key BLOB NOT NULL, booked INTEGER,
      series INTEGER NOT NULL, tenant INTEGER NOT NULL, task TEXT, amount INTEGER NOT NULL,
      PRIMARY KEY (at_us, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE work_book (
      day INTEGER NOT NULL, for_day INTEGER NOT NULL, series INTEGER NOT NULL,
      records INTEGER NOT NULL, amount INTEGER NOT NULL,
      PRIMARY KEY (day, for_day, series)
    ) STRICT, WITHOUT ROWID`);
}
