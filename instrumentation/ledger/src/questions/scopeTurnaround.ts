import type { DatabaseSync } from 'node:sqlite';
import type { QualityDay } from '../analysis/impact/compareQuality.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { OptimizationScope } from './optimization.ts';
import { scopeWhere } from './scopeWhere.ts';

/** Hours and number of the batches of a scope by the day they were done; a batch has no model or provider in the books. */
export function scopeTurnaround(
  database: DatabaseSync,
  scope: OptimizationScope,
  from: EventDay,
  through: EventDay
): QualityDay[] {
  const { sql, values } = scopeWhere(scope, 's', ['provider', 'model']);
  return database
    .prepare(
      `SELECT b.for_day AS day, sum(b.records) AS count, sum(b.amount) / 3.6e6 AS sum
       FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE s.kind = 'turnaround' AND b.day >= :from AND b.for_day BETWEEN :from AND :through${sql}
       GROUP BY b.for_day ORDER BY b.for_day`
    )
    .all({ ...values, from, through })
    .map((row) => ({ day: Number(row['day']), count: Number(row['count']), sum: Number(row['sum']) }));
}
