import type { DatabaseSync } from 'node:sqlite';
import { tenantEconomics, type TenantEconomics } from '../analysis/economics/tenantEconomics.ts';
import type { EventDay } from '../store/eventDay.ts';
import { billedParts } from './billedParts.ts';
import type { EconomicsQuery } from './economicsQuery.ts';
import { monthPieces } from './monthPieces.ts';
import { tenantDays } from './tenantDays.ts';

/**
 * What each tenant cost and paid, in no order. Tenants may be ten thousand, and most of them nobody knows the revenue of:
 * of those that cost something in the period only the sum is asked for, not each day nor the days before. Calibrated, all of
 * them cost what all features do, to the nano-USD.
 */
export function tenantWorth(
  database: DatabaseSync,
  query: EconomicsQuery
): (TenantEconomics & { readonly tenant: string })[] {
  const { from, to, environment, calibration = new Map() } = query;
  const billed = billedParts(calibration, from);
  const known = tenantDays(database, query, billed);
  const isBilled = calibration.size > 0;
  // A month may have a bill of its own.
  const pieces = isBilled ? monthPieces(from, to) : [{ from, to }];
  const piece = pieces.map((days, index) => `WHEN b.for_day <= ${days.to} THEN ${index}`).join(' ');
  const sums = database.prepare(
    `SELECT t.value AS tenant, p.value AS provider, s.piece, s.start, s.cost FROM (
       SELECT b.tenant, CASE ${piece} END AS piece, ${isBilled ? 'b.provider' : 'min(b.provider) AS provider'},
         min(b.for_day) AS start, sum(b.cost) AS cost
       FROM tenant_book b WHERE b.day >= :from AND b.for_day BETWEEN :from AND :to
         AND (:environment IS NULL OR b.environment IN
           (SELECT n.id FROM name n JOIN json_each(:environment) j ON n.value = j.value))
       GROUP BY b.tenant, ${isBilled ? '2, b.provider' : '2'}
     ) s JOIN name t ON t.id = s.tenant JOIN name p ON p.id = s.provider ORDER BY t.value, s.piece, p.value`
  );
  sums.setReadBigInts(true);
  const unknown = new Map<string, { nanoUsd: bigint; start: EventDay }>();
  const values = { from, to, environment: environment === undefined ? null : JSON.stringify(environment) };
  for (const row of sums.iterate(values)) {
    const tenant = String(row['tenant']);
    if (known.has(tenant)) {
      continue;
    }
    const sum = unknown.get(tenant) ?? { nanoUsd: 0n, start: to };
    unknown.set(tenant, sum);
    sum.start = Math.min(sum.start, Number(row['start']));
    const day = pieces[Number(row['piece'])]?.from ?? from;
    sum.nanoUsd += billed(row['cost'] as bigint, { provider: String(row['provider']), day });
  }
  return [
    ...[...known].map(([tenant, days]) => ({ tenant, ...tenantEconomics(days, query) })),
    ...[...unknown].map(([tenant, { nanoUsd, start }]) => ({
      ...{ tenant, nanoUsd, revenueNanoUsd: undefined, marginNanoUsd: undefined, losing: undefined },
      daysWithoutRevenue: to - start + 1,
    })),
  ];
}
