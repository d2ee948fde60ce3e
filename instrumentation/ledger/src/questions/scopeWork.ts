import type { DatabaseSync } from 'node:sqlite';
import type { QualityDay } from '../analysis/impact/compareQuality.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { OptimizationScope } from './optimization.ts';
import { scopeWhere } from './scopeWhere.ts';

/** Of each kind, how many of what the books have are one, as SQL; and labels it does not know, which narrow nothing. */
const KINDS = {
  /** Scores, whoever judged; judgements name no provider. */
  quality: { unit: '1e6', unknown: ['provider'] },
  /** Hours of batches, by the day they were done; a batch has no model or provider in the books. */
  turnaround: { unit: '3.6e6', unknown: ['provider', 'model'] },
} as const;

/** Judgements or batches of a scope by day. */
export function scopeWork(
  database: DatabaseSync,
  kind: keyof typeof KINDS,
  scope: OptimizationScope,
  from: EventDay,
  through: EventDay
): QualityDay[] {
  const { unit, unknown } = KINDS[kind];
  const { sql, values } = scopeWhere(scope, 's', unknown);
  return database
    .prepare(
      `SELECT b.for_day AS day, sum(b.records) AS count, sum(b.amount) / ${unit} AS sum
       FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE s.kind = :kind AND b.day >= :from AND b.for_day BETWEEN :from AND :through${sql}
       GROUP BY b.for_day ORDER BY b.for_day`
    )
    .all({ ...values, kind, from, through })
    .map((row) => ({ day: Number(row['day']), count: Number(row['count']), sum: Number(row['sum']) }));
}
