import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: how far the running totals that metrics tell have been booked, by series and start of its count. `arrived` is
 * the day of the last one.
 */
export function addMetricSeries(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE metric_series (
      key BLOB PRIMARY KEY, value INTEGER NOT NULL, time_us INTEGER NOT NULL, arrived INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX metric_series_arrived ON metric_series (arrived)`);
}
