import type { DatabaseSync } from 'node:sqlite';
import { UNKNOWN_PROVIDER } from './unknownProvider.ts';

/** What tells rows of the former sums by tenant apart. */
const FORMER = ['day', 'for_day', 'tenant', 'feature', 'environment'];
const KEY = [...FORMER, 'provider'];
const SUMS = ['requests', 'cost', 'list'];

/**
 * Migration: sums by tenant keep the provider. Nothing is guessed. In the order of what is cheap to know:
 *
 * 1. what a day booked of its own calls of a feature and environment is one provider's where the sums by label know no other
 *    there; what was booked of them later, where these know no other on any day (corrections may come to nothing by label);
 * 2. where there were several, the day's single calls are added up again, with their corrected prices and those taken back,
 *    as `verify` does, and hold where they make the former sum to the nano-USD;
 * 3. of what is left no calls are kept, and nobody knows: it stands under `UNKNOWN_PROVIDER`. `tenant_providers_unknown_through` in `meta` is the last such day.
 *
 * Calls that may be taken back know their provider, too.
 */
export function addTenantProviders(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE tenant_book RENAME TO former_tenant_book;
    CREATE TABLE tenant_book (
      day INTEGER NOT NULL, for_day INTEGER NOT NULL,
      tenant INTEGER NOT NULL, feature INTEGER NOT NULL, environment INTEGER NOT NULL, provider INTEGER NOT NULL,
      requests INTEGER NOT NULL, cost INTEGER NOT NULL, list INTEGER NOT NULL,
      PRIMARY KEY (${KEY.join(', ')})
    ) STRICT, WITHOUT ROWID;
    INSERT INTO name (value) SELECT '${UNKNOWN_PROVIDER}' UNION SELECT provider FROM dimension WHERE true
      ON CONFLICT DO NOTHING;
    CREATE TEMP TABLE named_dimension AS
      SELECT d.id, f.id AS feature, e.id AS environment, p.id AS provider FROM dimension d
      JOIN name f ON f.value = d.feature JOIN name e ON e.value = d.environment JOIN name p ON p.value = d.provider;
    CREATE UNIQUE INDEX temp.named_dimension_id ON named_dimension (id);
    CREATE TEMP TABLE sole (
      for_day, feature, environment, is_late, provider, PRIMARY KEY (for_day, feature, environment, is_late)
    ) WITHOUT ROWID;
    INSERT INTO temp.sole
      SELECT for_day, feature, environment, is_late, min(provider)
      FROM book JOIN temp.named_dimension d ON d.id = dimension
      JOIN (SELECT false AS is_late UNION SELECT true) ON is_late OR day = for_day
      GROUP BY for_day, feature, environment, is_late HAVING min(provider) = max(provider);
    CREATE TEMP TABLE rest (
      ${[...FORMER, ...SUMS].join(', ')}, PRIMARY KEY (for_day, day, tenant, feature, environment)
    ) WITHOUT ROWID;
    INSERT INTO tenant_book
      SELECT b.day, for_day, b.tenant, feature, environment, s.provider, ${SUMS.join(', ')}
      FROM former_tenant_book b JOIN temp.sole s USING (for_day, feature, environment) WHERE is_late = (b.day <> for_day);
    INSERT INTO temp.rest SELECT * FROM former_tenant_book b
      WHERE NOT EXISTS (SELECT 1 FROM temp.sole s WHERE s.for_day = b.for_day AND s.feature = b.feature
        AND s.environment = b.environment AND s.is_late = (b.day <> b.for_day));
    DROP TABLE former_tenant_book`);
  for (const { day, name } of keptDays(database)) {
    addUpCalls(database, day, name);
  }
  database.exec(`
    INSERT INTO tenant_book
      SELECT ${FORMER.join(', ')}, (SELECT id FROM name WHERE value = '${UNKNOWN_PROVIDER}'), ${SUMS.join(', ')}
      FROM temp.rest;
    INSERT INTO meta
      SELECT 'tenant_providers_unknown_through', max(for_day) FROM temp.rest WHERE for_day >= 0 HAVING max(for_day) >= 0;
    UPDATE foreign_span SET entry = json_set(entry, '$.provider', d.provider)
      FROM dimension d WHERE entry IS NOT NULL AND d.id = entry ->> 'dimension';
    DROP TABLE temp.rest; DROP TABLE temp.sole; DROP TABLE temp.named_dimension`);
}

/** Days whose single calls are kept and of whose sums some are left. */
function keptDays(database: DatabaseSync): { readonly day: number; readonly name: string }[] {
  return database
    .prepare(
      `SELECT DISTINCT for_day AS day, name FROM temp.rest
       JOIN sqlite_schema ON type = 'table' AND name = 'calls_' || strftime('%Y%m%d', for_day * 86400, 'unixepoch')`
    )
    .all()
    .map(({ day, name }) => ({ day: Number(day), name: String(name) }));
}

/** Takes out of the rest what the calls of a day add up to exactly. */
function addUpCalls(database: DatabaseSync, day: number, calls: string): void {
  database.exec(`
    CREATE TEMP TABLE counted AS
      SELECT c.day, ${day} AS for_day, c.tenant, d.feature, d.environment, d.provider,
        sum(c.times) AS requests, sum(c.times * coalesce(c.cost, 0)) AS cost, sum(c.times * coalesce(c.list, 0)) AS list
      FROM (${stepsOf(database, day, calls)}) c JOIN temp.named_dimension d ON d.id = c.dimension
      GROUP BY 1, 3, 4, 5, 6 HAVING requests <> 0 OR cost <> 0 OR list <> 0;
    CREATE TEMP TABLE agreed AS
      SELECT ${FORMER.join(', ')} FROM temp.rest WHERE for_day = ${day}
        AND (day, tenant, feature, environment, requests, cost, list) IN
          (SELECT day, tenant, feature, environment, sum(requests), sum(cost), sum(list) FROM temp.counted GROUP BY 1, 2, 3, 4);
    INSERT INTO tenant_book SELECT ${KEY.join(', ')}, ${SUMS.join(', ')} FROM temp.counted
      WHERE (${FORMER.join(', ')}) IN (SELECT ${FORMER.join(', ')} FROM temp.agreed);
    DELETE FROM temp.rest WHERE (${FORMER.join(', ')}) IN (SELECT ${FORMER.join(', ')} FROM temp.agreed);
    DROP TABLE temp.counted; DROP TABLE temp.agreed`);
}

/** What was booked for the calls of a day: each price on the day it came, less it on the day it went. */
function stepsOf(database: DatabaseSync, day: number, calls: string): string {
  const reversed = `SELECT booked AS day, tenant, dimension, times, cost, list FROM reversed_call WHERE for_day = ${day}`;
  const superseded = calls.replace('calls_', 'superseded_');
  const isRepriced = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(superseded);
  if (!isRepriced) {
    return `SELECT coalesce(booked, ${day}) AS day, tenant, dimension, 1 AS times, cost, list FROM ${calls} UNION ALL ${reversed}`;
  }
  const same = 'p.start_us = c.start_us AND p.key = c.key';
  return `
    SELECT coalesce((SELECT p.replaced_on FROM ${superseded} p WHERE ${same} ORDER BY p.revision DESC LIMIT 1), booked, ${day})
        AS day, tenant, dimension, 1 AS times, cost, list FROM ${calls} c
    UNION ALL
    SELECT coalesce((SELECT p.replaced_on FROM ${superseded} p WHERE ${same} AND p.revision = s.revision - 1), booked, ${day}),
      tenant, dimension, 1, s.cost, s.list FROM ${superseded} s JOIN ${calls} c USING (start_us, key)
    UNION ALL
    SELECT s.replaced_on, tenant, dimension, -1, s.cost, s.list FROM ${superseded} s JOIN ${calls} c USING (start_us, key)
    UNION ALL ${reversed}`;
}
