import type { DatabaseSync } from 'node:sqlite';
import { amountOn } from '../analysis/economics/amountByDay.ts';
import { dayPart } from '../analysis/economics/dayPart.ts';
import type { TenantDay } from '../analysis/economics/tenantEconomics.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { BilledPart } from './billedParts.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

/**
 * What each tenant whose revenue is known cost and paid on each day from its first one, restated. What was measured holds;
 * only where a tenant's revenue never was, the owners file's is spread over the days.
 *
 * @param billed makes a cost of its provider and day what it is as billed
 */
export function tenantDays(
  database: DatabaseSync,
  query: EconomicsQuery,
  billed: BilledPart
): ReadonlyMap<string, readonly TenantDay[]> {
  const { first, to, environment, revenuePerMonth } = query;
  const paid = database.prepare(
    `SELECT s.name AS tenant, b.for_day AS day, sum(b.amount) AS amount
     FROM work_book b JOIN work_series s ON s.id = b.series
     WHERE s.kind = 'revenue' AND b.day >= :first AND b.for_day BETWEEN :first AND :to GROUP BY s.name, b.for_day`
  );
  paid.setReadBigInts(true);
  const amount = (row: Row) => row['amount'] as bigint;
  const revenues = byName(paid.all({ first, to }), amount);
  const spent = database.prepare(
    `SELECT t.value AS tenant, b.for_day AS day, p.value AS provider, sum(b.cost) AS amount
     FROM tenant_book b JOIN name t ON t.id = b.tenant JOIN name e ON e.id = b.environment JOIN name p ON p.id = b.provider
     WHERE b.day >= :first AND b.for_day BETWEEN :first AND :to
       AND b.tenant IN (SELECT id FROM name WHERE value IN (SELECT value FROM json_each(:tenants)))
       AND (:environment IS NULL OR e.value IN (SELECT value FROM json_each(:environment))) GROUP BY b.tenant, b.for_day, b.provider`
  );
  spent.setReadBigInts(true);
  const costs = byName(
    spent.all({
      ...{ first, to, environment: environment === undefined ? null : JSON.stringify(environment) },
      tenants: JSON.stringify([...new Set([...revenues.keys(), ...revenuePerMonth.keys()])]),
    }),
    (row) => billed(amount(row), { provider: String(row['provider']), day: Number(row['day']) })
  );
  return new Map(
    [...new Set([...costs.keys(), ...revenues.keys()])].map((tenant) => {
      const [cost, revenue] = [costs.get(tenant), revenues.get(tenant)];
      const perMonth = revenuePerMonth.get(tenant);
      const start = Math.min(...[...(cost?.keys() ?? []), ...(revenue?.keys() ?? [])]);
      const days = Array.from({ length: to - start + 1 }, (_, index): TenantDay => {
        const day = start + index;
        const inForce = amountOn(perMonth, day);
        const fromFile = inForce === undefined ? undefined : dayPart(inForce, day);
        return {
          day,
          nanoUsd: cost?.get(day) ?? 0n,
          revenueNanoUsd: revenue === undefined ? fromFile : revenue.get(day),
        };
      });
      return [tenant, days];
    })
  );
}

type Row = Readonly<Record<string, unknown>>;

function byName(
  rows: readonly Row[],
  amount: (row: Row) => bigint
): ReadonlyMap<string, ReadonlyMap<EventDay, bigint>> {
  const found = new Map<string, Map<EventDay, bigint>>();
  for (const row of rows) {
    const days = found.get(String(row['tenant'])) ?? new Map<EventDay, bigint>();
    found.set(String(row['tenant']), days);
    const day = Number(row['day']);
    days.set(day, (days.get(day) ?? 0n) + amount(row));
  }
  return found;
}
