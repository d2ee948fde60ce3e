import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { bookSource } from './bookSource.ts';
import type { BreakdownQuery } from './breakdown.ts';

export interface TenantsQuery extends Omit<BreakdownQuery, 'by'> {
  readonly sort: 'cost' | 'calls';
}

/** Calls of a time, whenever they were booked. */
export interface TenantSums {
  readonly costNanoUsd: bigint;
  readonly listNanoUsd: bigint;
  readonly requests: bigint;
  /** What of the cost is of days that are not closed. */
  readonly openNanoUsd: bigint;
}

export interface Tenants {
  readonly tenants: readonly (TenantSums & { readonly tenant: string })[];
  readonly total: TenantSums & { readonly tenants: bigint };
}

const SUMS = `coalesce(sum(b.cost), 0) AS cost, coalesce(sum(b.list), 0) AS list,
  coalesce(sum(b.requests), 0) AS requests,
  coalesce(sum(b.cost) FILTER (WHERE b.for_day NOT IN (SELECT day FROM day WHERE closed_ms IS NOT NULL)), 0) AS open`;

/** What tenants cost, the dearest first, and all of them together; days restated, the open one included. */
export function tenants(database: DatabaseSync, query: TenantsQuery): Tenants {
  const { from, and, values, columns } = bookSource({ ...query, by: 'tenant' });
  const meant = `FROM ${from} WHERE b.day >= :from AND b.for_day BETWEEN :from AND :to${and}`;
  const range = { ...values, from: query.from, to: query.to };
  const listed = database.prepare(
    `SELECT ${columns.tenant} AS tenant, ${SUMS} ${meant} GROUP BY b.tenant
     ORDER BY ${query.sort === 'cost' ? 'cost' : 'requests'} DESC, tenant LIMIT :limit`
  );
  const whole = database.prepare(`SELECT count(DISTINCT b.tenant) AS tenants, ${SUMS} ${meant}`);
  listed.setReadBigInts(true);
  whole.setReadBigInts(true);
  const total = whole.get(range) ?? {};
  return {
    tenants: listed
      .all({ ...range, limit: query.limit })
      .map((row) => ({ tenant: String(row['tenant']), ...sumsOf(row) })),
    total: { tenants: total['tenants'] as bigint, ...sumsOf(total) },
  };
}

function sumsOf(row: Record<string, SQLOutputValue>): TenantSums {
  return {
    costNanoUsd: row['cost'] as bigint,
    listNanoUsd: row['list'] as bigint,
    requests: row['requests'] as bigint,
    openNanoUsd: row['open'] as bigint,
  };
}
