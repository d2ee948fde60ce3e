import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: the sums over all days that are in `carried_day`, brought forward as an account's balance is. What was booked
 * on a closed day stays for ever, so that a start need not add up every day there ever was.
 */
export function addCarriedSums(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE carried_day (day INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE carried_book (
      dimension INTEGER NOT NULL, status TEXT NOT NULL, retry INTEGER NOT NULL, unpriced TEXT NOT NULL,
      requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
      PRIMARY KEY (dimension, status, retry, unpriced)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE carried_component_book (
      dimension INTEGER NOT NULL, component TEXT NOT NULL, quantity INTEGER NOT NULL, cost INTEGER NOT NULL,
      PRIMARY KEY (dimension, component)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE carried_duration_book (
      dimension INTEGER NOT NULL, bucket INTEGER NOT NULL, requests INTEGER NOT NULL, duration_us INTEGER NOT NULL,
      PRIMARY KEY (dimension, bucket)
    ) STRICT, WITHOUT ROWID`);
}
