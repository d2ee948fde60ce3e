import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import { callDays } from './callDays.ts';
import type { CallFilter } from './callFilter.ts';
import { callWhere } from './callWhere.ts';

export interface TasksQuery extends CallFilter {
  readonly sort: 'cost' | 'calls' | 'time';
  readonly limit: number;
}

/** All calls of one agent task. */
export interface TaskRow {
  readonly task: string;
  readonly calls: bigint;
  readonly unpriced: bigint;
  readonly costNanoUsd: bigint;
  readonly firstUs: number;
  readonly lastUs: number;
  /** Undefined where its calls are of more than one. */
  readonly feature: string | undefined;
  readonly tenant: string | undefined;
}

const ORDER = { cost: 'cost', calls: 'calls', time: 'last_us' } as const;

/** Agent tasks, the dearest (or longest, or latest) first. Calls that name no task are in none. */
export function tasks(database: DatabaseSync, query: TasksQuery): TaskRow[] {
  const days = callDays(database, query);
  if (days.length === 0) {
    return [];
  }
  const { sql, values } = callWhere(query);
  const parts = days.map(
    (day) => `SELECT c.task, c.cost, c.start_us, c.dimension, c.tenant FROM ${callTableName(day)} c
      WHERE c.task IS NOT NULL AND ${sql}`
  );
  const statement = database.prepare(
    `SELECT task, count(*) AS calls, count(*) - count(cost) AS unpriced, coalesce(sum(cost), 0) AS cost,
       min(start_us) AS first_us, max(start_us) AS last_us, min(feature) AS feature, max(feature) AS last_feature,
       min(t.value) AS tenant, max(t.value) AS last_tenant
     FROM (${parts.join(' UNION ALL ')}) c JOIN dimension d ON d.id = c.dimension JOIN name t ON t.id = c.tenant
     GROUP BY task ORDER BY ${ORDER[query.sort]} DESC, task LIMIT :limit`
  );
  statement.setReadBigInts(true);
  return statement.all({ ...values, limit: query.limit }).map((row) => ({
    task: String(row['task']),
    calls: row['calls'] as bigint,
    unpriced: row['unpriced'] as bigint,
    costNanoUsd: row['cost'] as bigint,
    firstUs: Number(row['first_us']),
    lastUs: Number(row['last_us']),
    feature: row['feature'] === row['last_feature'] ? String(row['feature']) : undefined,
    tenant: row['tenant'] === row['last_tenant'] ? String(row['tenant']) : undefined,
  }));
}
