import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '../../../instrumentation/ledger/src/store/openDatabase.ts';

export interface BooksSize {
  readonly days: number;
  readonly tenants: number;
}

const FEATURES = 40;
const MODELS = ['gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'claude-sonnet-4-5', 'claude-haiku-4-5', 'gemini-2.5-pro'];
/** A feature in both environments, chat and tool calls, three models: 480 sets of labels. */
const MODELS_A_FEATURE = 3;

/**
 * Books of closed days up to yesterday, written as sums: what closes are made from. Every tenant calls on every day, the
 * first 200 through five features. Amounts are made up by arithmetic, so that every run has the same.
 */
export function seedBooks(data: string, { days, tenants }: BooksSize): void {
  mkdirSync(data, { recursive: true });
  const database = openDatabase(path.join(data, 'ledger.db'));
  const last = Math.floor(Date.now() / 86_400_000) - 1;
  const daysTable = `(WITH RECURSIVE n(day) AS (SELECT ${last - days + 1} UNION ALL SELECT day + 1 FROM n WHERE day < ${last}) SELECT day FROM n)`;
  database.exec('BEGIN');
  labels(database);
  database.exec(`
    INSERT INTO name (value) SELECT 'tenant-' || value FROM (${series(tenants)});
    INSERT INTO day SELECT day, (day + 1) * 86400000, (day + 1) * 86400000, (day + 1) * 86400000 + 7200000 FROM ${daysTable};
    INSERT INTO book (day, for_day, dimension, status, retry, unpriced, requests, cost, list)
      SELECT day, day, id, s.status, s.retry, '', 1 + (day * 7 + id * 13) % s.most, 1000000 + (day * 7919 + id * 104729) % 900000000,
        1000000 + (day * 7919 + id * 104729) % 900000000
      FROM ${daysTable}, dimension,
        (SELECT 'ok' AS status, 0 AS retry, 500 AS most UNION ALL SELECT 'ok', 1, 20 UNION ALL SELECT 'error', 0, 9) s;
    INSERT INTO component_book SELECT day, day, id, c.component, 1000 + (day * 31 + id * 17) % 90000, 1000000 + (day * 61 + id) % 90000000
      FROM ${daysTable}, dimension,
        (SELECT 'input' AS component UNION ALL SELECT 'cache_read' UNION ALL SELECT 'output' UNION ALL SELECT 'reasoning') c;
    CREATE TEMP TABLE calls_through AS
      WITH t AS (SELECT id, CAST(substr(value, 8) AS INTEGER) AS n FROM name WHERE value GLOB 'tenant-*'),
        step(more) AS (VALUES (0), (1), (2), (3), (4))
      SELECT t.id AS tenant, f.id AS feature FROM t, step
      JOIN name f ON f.value = 'feature-' || ((t.n + more) % ${FEATURES}) WHERE more = 0 OR t.n <= 200;
    INSERT INTO tenant_book
      SELECT day, day, tenant, feature, (SELECT id FROM name WHERE value = 'production'),
        (SELECT id FROM name WHERE value = 'openai'), 1 + (day + tenant) % 50,
        1000000 + (day * 7919 + tenant * 1543) % 90000000, 1000000 + (day * 7919 + tenant * 1543) % 90000000
      FROM ${daysTable}, temp.calls_through;
    COMMIT`);
  database.close();
}

function labels(database: DatabaseSync): void {
  const name = database.prepare('INSERT INTO name (value) VALUES (?)');
  ['', 'production', 'staging', 'openai'].forEach((value) => name.run(value));
  const dimension = database.prepare(
    `INSERT INTO dimension (feature, team, request_type, provider, model, account, service_tier, environment)
     VALUES (?, ?, ?, ?, ?, 'main', '', ?)`
  );
  for (let feature = 0; feature < FEATURES; feature += 1) {
    name.run(`feature-${feature}`);
    for (let step = 0; step < MODELS_A_FEATURE; step += 1) {
      const model = MODELS[(feature + step) % MODELS.length] ?? '';
      const provider = /^gpt/.test(model) ? 'openai' : /^claude/.test(model) ? 'anthropic' : 'gcp.gemini';
      for (const requestType of ['chat', 'tool']) {
        for (const environment of ['production', 'staging']) {
          const owned = feature === 0 ? 'unallocated' : `team-${feature % 8}`;
          dimension.run(`feature-${feature}`, owned, requestType, provider, model, environment);
        }
      }
    }
  }
}

function series(count: number): string {
  return `WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < ${count}) SELECT value FROM n`;
}
