import type { DatabaseSync } from 'node:sqlite';
import { tenantEconomics, type TenantEconomics } from '../analysis/economics/tenantEconomics.ts';
import type { EconomicsQuery } from './economicsQuery.ts';
import { tenantDays } from './tenantDays.ts';

/**
 * What each tenant cost and paid, in no order. Tenants may be ten thousand, and most of them nobody knows the revenue of:
 * of those only the sum is asked for, not each day.
 */
export function tenantWorth(
  database: DatabaseSync,
  query: EconomicsQuery
): (TenantEconomics & { readonly tenant: string })[] {
  const { from, to, first, environment } = query;
  const known = tenantDays(database, query);
  const sums = database.prepare(
    `SELECT t.value AS tenant, min(b.for_day) AS start, coalesce(sum(b.cost) FILTER (WHERE b.for_day >= :from), 0) AS cost
     FROM tenant_book b JOIN name t ON t.id = b.tenant JOIN name e ON e.id = b.environment
     WHERE b.day >= :first AND b.for_day BETWEEN :first AND :to
       AND (:environment IS NULL OR e.value IN (SELECT value FROM json_each(:environment))) GROUP BY b.tenant`
  );
  sums.setReadBigInts(true);
  const unknown = sums
    .all({ from, to, first, environment: environment === undefined ? null : JSON.stringify(environment) })
    .filter((row) => !known.has(String(row['tenant'])))
    .map((row) => ({
      tenant: String(row['tenant']),
      nanoUsd: row['cost'] as bigint,
      ...{ revenueNanoUsd: undefined, marginNanoUsd: undefined, losing: undefined },
      daysWithoutRevenue: to - Math.max(from, Number(row['start'])) + 1,
    }));
  return [...[...known].map(([tenant, days]) => ({ tenant, ...tenantEconomics(days, query) })), ...unknown];
}
