import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';

export interface QuotaSpendQuery {
  readonly scope: 'feature' | 'tenant';
  readonly names: readonly string[];
  readonly from: EventDay;
  readonly through: EventDay;
}

/** What calls of some days cost by feature or tenant, whenever they came, of all environments; nano-USD. */
export function quotaSpends(
  database: DatabaseSync,
  { scope, names, from, through }: QuotaSpendQuery
): ReadonlyMap<string, bigint> {
  const statement = database.prepare(
    scope === 'feature'
      ? `SELECT d.feature AS name, sum(b.cost) AS cost FROM book b JOIN dimension d ON d.id = b.dimension
         WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through
           AND b.dimension IN (SELECT id FROM dimension WHERE feature IN (SELECT value FROM json_each(:names)))
         GROUP BY d.feature`
      : `SELECT n.value AS name, sum(b.cost) AS cost FROM tenant_book b JOIN name n ON n.id = b.tenant
         WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through
           AND b.tenant IN (SELECT id FROM name WHERE value IN (SELECT value FROM json_each(:names)))
         GROUP BY b.tenant`
  );
  statement.setReadBigInts(true);
  const rows = statement.all({ from, through, names: JSON.stringify(names) });
  return new Map(rows.map((row) => [String(row['name']), row['cost'] as bigint]));
}
