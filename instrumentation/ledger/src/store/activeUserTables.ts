import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: who used what in a calendar month (UTC), so that people can be counted and not be named.
 *
 * `user_month` has the key of a month's hashes, its own for each month, and how many rows the month has; `active_user` a row
 * for each person, feature and environment, `person` being 8 bytes of a keyed hash, and the day they are first seen on, so
 * that a month can be counted up to any of its days. `user_book` has the calls that say who they are for, by the day they
 * happened on; `uncounted` of them are of people for whom the month had no room. Months are named by their first day.
 */
export function activeUserTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE user_month (month INTEGER PRIMARY KEY, key BLOB NOT NULL, people INTEGER NOT NULL) STRICT;
    CREATE TABLE active_user (
      month INTEGER NOT NULL, feature INTEGER NOT NULL, environment INTEGER NOT NULL, person BLOB NOT NULL,
      first_day INTEGER NOT NULL,
      PRIMARY KEY (month, feature, environment, person)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE user_book (
      for_day INTEGER NOT NULL, feature INTEGER NOT NULL, environment INTEGER NOT NULL,
      requests INTEGER NOT NULL, uncounted INTEGER NOT NULL,
      PRIMARY KEY (for_day, feature, environment)
    ) STRICT, WITHOUT ROWID`);
}
