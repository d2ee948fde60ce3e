import type { DatabaseSync } from 'node:sqlite';
import type { EstimateCell } from '../analysis/reconciliation/estimateCell.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';

export interface MonthQuery {
  readonly from: EventDay;
  readonly to: EventDay;
}

export interface MonthEstimates {
  /** Of all environments, as a bill is; restated with what was booked later. */
  readonly cells: readonly EstimateCell[];
  /** Calls without a cost, by provider and model. */
  readonly unknown: readonly { readonly provider: string; readonly model: string; readonly calls: number }[];
}

/** What the books say of some days, told apart as bills tell them. */
export function estimateCells(database: DatabaseSync, { from, to }: MonthQuery): MonthEstimates {
  const cells = database.prepare(
    `SELECT for_day, provider, account, model, service_tier AS tier, component, sum(quantity) AS quantity,
       sum(cost) AS cost
     FROM component_book JOIN dimension ON dimension.id = dimension
     WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 GROUP BY for_day, provider, account, model, tier, component`
  );
  cells.setReadBigInts(true);
  const unknown = database.prepare(
    `SELECT provider, model, sum(requests) AS calls FROM book JOIN dimension ON dimension.id = dimension
     WHERE day >= ?1 AND for_day BETWEEN ?1 AND ?2 AND unpriced <> '' GROUP BY provider, model`
  );
  return {
    cells: cells.all(from, to).map((row) => ({
      day: dayText(Number(row['for_day'])),
      provider: String(row['provider']),
      account: String(row['account']),
      model: String(row['model']),
      tier: String(row['tier']),
      component: String(row['component']),
      quantity: row['quantity'] as bigint,
      costNanoUsd: row['cost'] as bigint,
    })),
    unknown: unknown.all(from, to).map((row) => ({
      provider: String(row['provider']),
      model: String(row['model']),
      calls: Number(row['calls']),
    })),
  };
}
