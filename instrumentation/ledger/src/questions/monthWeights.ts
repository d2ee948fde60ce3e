import type { DatabaseSync } from 'node:sqlite';
import { UNKNOWN_PROVIDER } from '../store/unknownProvider.ts';
import type { MonthQuery } from './estimateCells.ts';

/** Whose a bill can be. */
export const CHARGED = ['feature', 'team', 'tenant'] as const;

export interface WeightQuery extends MonthQuery {
  readonly by: (typeof CHARGED)[number];
}

export interface MonthWeight {
  /** Undefined where that is not known: of all tenants of days of which the books did not keep it of each. */
  readonly provider: string | undefined;
  readonly name: string;
  readonly nanoUsd: bigint;
  /** The same at list price: what is paid for in advance costs nothing by the call. */
  readonly listNanoUsd: bigint;
}

/** What names cost in some days by the books, restated: what a bill is shared by. */
export function monthWeights(database: DatabaseSync, { from, to, by }: WeightQuery): MonthWeight[] {
  const source =
    by === 'tenant'
      ? `SELECT p.value AS provider, t.value AS name, sum(cost) AS cost, sum(list) AS list
         FROM tenant_book b JOIN name t ON t.id = b.tenant JOIN name p ON p.id = b.provider`
      : `SELECT provider, ${by} AS name, sum(cost) AS cost, sum(list) AS list FROM book JOIN dimension ON dimension.id = dimension`;
  const statement = database.prepare(
    `${source} WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 GROUP BY 1, 2 ORDER BY 1, 2`
  );
  statement.setReadBigInts(true);
  const weights = statement.all(from, to).map((row) => ({
    provider: String(row['provider']),
    name: String(row['name']),
    nanoUsd: row['cost'] as bigint,
    listNanoUsd: row['list'] as bigint,
  }));
  return by === 'tenant' && weights.some(({ provider }) => provider === UNKNOWN_PROVIDER) ? together(weights) : weights;
}

/** Each name's weight at all providers. */
function together(weights: readonly MonthWeight[]): MonthWeight[] {
  const sums = new Map<string, MonthWeight>();
  for (const { name, nanoUsd, listNanoUsd } of weights) {
    const sum = sums.get(name) ?? { provider: undefined, name, nanoUsd: 0n, listNanoUsd: 0n };
    sums.set(name, { ...sum, nanoUsd: sum.nanoUsd + nanoUsd, listNanoUsd: sum.listNanoUsd + listNanoUsd });
  }
  return [...sums.values()];
}
