import type { DatabaseSync } from 'node:sqlite';
import type { MonthQuery } from './estimateCells.ts';

/** Whose a bill can be. */
export const CHARGED = ['feature', 'team', 'tenant'] as const;

export interface WeightQuery extends MonthQuery {
  readonly by: (typeof CHARGED)[number];
}

export interface MonthWeight {
  /** '' for tenants: their sums know no provider. */
  readonly provider: string;
  readonly name: string;
  readonly nanoUsd: bigint;
}

/** What names cost in some days by the books, restated: what a bill is shared by. */
export function monthWeights(database: DatabaseSync, { from, to, by }: WeightQuery): MonthWeight[] {
  const source =
    by === 'tenant'
      ? `SELECT '' AS provider, value AS name, sum(cost) AS cost FROM tenant_book JOIN name ON name.id = tenant`
      : `SELECT provider, ${by} AS name, sum(cost) AS cost FROM book JOIN dimension ON dimension.id = dimension`;
  const statement = database.prepare(
    `${source} WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 GROUP BY 1, 2 ORDER BY 1, 2`
  );
  statement.setReadBigInts(true);
  return statement.all(from, to).map((row) => ({
    provider: String(row['provider']),
    name: String(row['name']),
    nanoUsd: row['cost'] as bigint,
  }));
}
