import type { DatabaseSync } from 'node:sqlite';
import type { CellUse } from '../analysis/reconciliation/cellUse.ts';
import type { MonthQuery } from './estimateCells.ts';

/** Whose calls of some days went to which account and model. */
export function cellUses(database: DatabaseSync, { from, to }: MonthQuery): CellUse[] {
  const statement = database.prepare(
    `SELECT provider, account, model, feature, team FROM book JOIN dimension ON dimension.id = dimension
     WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3, 4, 5 HAVING sum(requests) > 0`
  );
  return statement.all(from, to).map((row) => ({
    provider: String(row['provider']),
    account: String(row['account']),
    model: String(row['model']),
    feature: String(row['feature']),
    team: String(row['team']),
  }));
}
