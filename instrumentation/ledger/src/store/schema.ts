import type { DatabaseSync } from 'node:sqlite';
import { activeUserTables } from './activeUserTables.ts';
import { addCarriedSums } from './addCarriedSums.ts';
import { addForeignSpans } from './addForeignSpans.ts';
import { addMetricSeries } from './addMetricSeries.ts';
import { addTenantProviders } from './addTenantProviders.ts';
import { addStopReason } from './addStopReason.ts';
import { addWork } from './addWork.ts';
import { adjustmentReasons } from './adjustmentReasons.ts';
import { addRecordParents } from './addRecordParents.ts';
import { anomalyTables } from './anomalyTables.ts';
import { componentsAsRows } from './componentsAsRows.ts';
import { readingTable } from './readingTable.ts';
import { recordTable } from './recordTable.ts';

/** Marks a SQLite file as a ledger's ("AILB"), so that no other program's database is taken for books. */
export const APPLICATION_ID = 0x41494c42;

/**
 * Migrations in order; the file's `user_version` counts those applied. Never edit one that was released: append.
 *
 * The `_book` tables hold the sums for ever: per booking day and event day (they differ for adjustments), by labels and
 * outcome, by billing component, by tenant and provider, by duration. Money is integer nano-USD.
 */
export const MIGRATIONS: readonly ((database: DatabaseSync) => void)[] = [
  (database) =>
    database.exec(`

  CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE name (id INTEGER PRIMARY KEY, value TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE dimension (
    id INTEGER PRIMARY KEY,
    feature TEXT NOT NULL, team TEXT NOT NULL, request_type TEXT NOT NULL, provider TEXT NOT NULL,
    model TEXT NOT NULL, account TEXT NOT NULL, service_tier TEXT NOT NULL, environment TEXT NOT NULL,
    UNIQUE (feature, team, request_type, provider, model, account, service_tier, environment)
  ) STRICT;
  CREATE TABLE day (
    day INTEGER PRIMARY KEY,
    first_arrival_ms INTEGER NOT NULL, last_arrival_ms INTEGER NOT NULL,
    closed_ms INTEGER
  ) STRICT;
  CREATE TABLE book (
    day INTEGER NOT NULL, for_day INTEGER NOT NULL, dimension INTEGER NOT NULL,
    status TEXT NOT NULL, retry INTEGER NOT NULL, unpriced TEXT NOT NULL,
    requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
    q_input INTEGER NOT NULL, q_cache_read INTEGER NOT NULL, q_cache_write INTEGER NOT NULL,
    q_cache_write_5m INTEGER NOT NULL, q_cache_write_1h INTEGER NOT NULL, q_output INTEGER NOT NULL,
    q_reasoning INTEGER NOT NULL, q_web_search INTEGER NOT NULL,
    c_input INTEGER NOT NULL, c_cache_read INTEGER NOT NULL, c_cache_write INTEGER NOT NULL,
    c_cache_write_5m INTEGER NOT NULL, c_cache_write_1h INTEGER NOT NULL, c_output INTEGER NOT NULL,
    c_reasoning INTEGER NOT NULL, c_web_search INTEGER NOT NULL,
    PRIMARY KEY (day, for_day, dimension, status, retry, unpriced)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tenant_book (
    day INTEGER NOT NULL, for_day INTEGER NOT NULL,
    tenant INTEGER NOT NULL, feature INTEGER NOT NULL, environment INTEGER NOT NULL,
    requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
    PRIMARY KEY (day, for_day, tenant, feature, environment)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE duration_book (
    day INTEGER NOT NULL, dimension INTEGER NOT NULL, bucket INTEGER NOT NULL,
    requests INTEGER NOT NULL, duration_us INTEGER NOT NULL,
    PRIMARY KEY (day, dimension, bucket)
  ) STRICT, WITHOUT ROWID;
  `),
  componentsAsRows,
  addWork,
  recordTable,
  adjustmentReasons,
  anomalyTables,
  addForeignSpans,
  readingTable,
  addStopReason,
  addMetricSeries,
  addRecordParents,
  // Days that begin from here on have compact tables: a ledger that cannot write them refuses the books by their version.
  () => undefined,
  activeUserTables,
  addCarriedSums,
  addTenantProviders,
];

/**
 * Prices that calls of one event day had before: `replaced_on` is the day that the difference was booked on. A call's row
 * has the price that holds, so that reading needs no look here; only what was ever repriced has rows.
 */
export function supersededTable(name: string): string {
  return `
  CREATE TABLE IF NOT EXISTS ${name} (
    start_us INTEGER NOT NULL, key BLOB NOT NULL, revision INTEGER NOT NULL,
    replaced_on INTEGER NOT NULL, replaced_ms INTEGER NOT NULL,
    cost INTEGER, list INTEGER, unpriced TEXT, rate_card INTEGER NOT NULL, other_quantities TEXT,
    PRIMARY KEY (start_us, key, revision)
  ) STRICT, WITHOUT ROWID`;
}
