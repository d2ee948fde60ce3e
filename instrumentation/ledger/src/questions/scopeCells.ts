import type { DatabaseSync } from 'node:sqlite';
import type { ImpactCell } from '../analysis/impact/impactCell.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { OptimizationScope } from './optimization.ts';
import { scopeWhere } from './scopeWhere.ts';

/** A cell of one feature. */
export interface ScopeCell extends ImpactCell {
  readonly feature: string;
}

/**
 * What a scope did on each day by feature, provider, model, service tier and request type, restated with what was booked later.
 * Calls without a price are left out: they would look like calls that cost nothing.
 */
export function scopeCells(
  database: DatabaseSync,
  scope: OptimizationScope,
  from: EventDay,
  through: EventDay
): ScopeCell[] {
  const { sql, values } = scopeWhere(scope, 'd');
  const labels = 'd.feature, d.provider, d.model, d.service_tier, d.request_type';
  const meant = `JOIN dimension d ON d.id = b.dimension WHERE b.day >= :from AND b.for_day BETWEEN :from AND :through${sql}`;
  const range = { ...values, from, through };
  const keyOf = (row: Record<string, unknown>) =>
    [row['day'], row['feature'], row['provider'], row['model'], row['service_tier'], row['request_type']].join('\n');

  const components = new Map<string, { component: string; quantity: number; usd: number }[]>();
  const used = database
    .prepare(
      `SELECT b.for_day AS day, ${labels}, b.component, sum(b.quantity) AS quantity, sum(b.cost) / 1e9 AS usd
       FROM component_book b ${meant} GROUP BY b.for_day, ${labels}, b.component`
    )
    .all(range);
  for (const row of used) {
    const list = components.get(keyOf(row)) ?? [];
    const part = { component: String(row['component']), quantity: Number(row['quantity']), usd: Number(row['usd']) };
    components.set(keyOf(row), [...list, part]);
  }
  return database
    .prepare(
      `SELECT b.for_day AS day, ${labels}, sum(b.requests) AS requests, sum(b.cost) / 1e9 AS usd
       FROM book b ${meant} AND b.unpriced = '' GROUP BY b.for_day, ${labels}`
    )
    .all(range)
    .map((row) => ({
      day: Number(row['day']),
      feature: String(row['feature']),
      provider: String(row['provider']),
      model: String(row['model']),
      serviceTier: String(row['service_tier']),
      requestType: String(row['request_type']),
      requests: Number(row['requests']),
      usd: Number(row['usd']),
      components: components.get(keyOf(row)) ?? [],
    }));
}
