import type { DatabaseSync } from 'node:sqlite';

/** Migration: what each look at a day found. Rows are only added: the first run of a day is its close's, the last one holds. */
export function anomalyTables(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE anomaly_run (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, made_ms INTEGER NOT NULL) STRICT;
    CREATE INDEX anomaly_run_day ON anomaly_run (day);
    CREATE TABLE anomaly (
      run INTEGER NOT NULL, feature TEXT NOT NULL, environment TEXT NOT NULL, team TEXT NOT NULL,
      since INTEGER NOT NULL, cost INTEGER NOT NULL, expected INTEGER NOT NULL, score REAL NOT NULL,
      channel TEXT NOT NULL, window_days INTEGER NOT NULL, dismissed INTEGER NOT NULL, widespread INTEGER NOT NULL,
      sentence TEXT NOT NULL, parts TEXT NOT NULL,
      PRIMARY KEY (run, feature, environment)
    ) STRICT, WITHOUT ROWID`);
}
