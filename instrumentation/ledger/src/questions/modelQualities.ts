import type { DatabaseSync } from 'node:sqlite';
import type { ModelQuality } from '../analysis/opportunities/modelQuality.ts';
import type { EventDay } from '../store/eventDay.ts';

/** Judgements from a day on, by feature, request type, model and evaluator. */
export function modelQualities(database: DatabaseSync, from: EventDay, through: EventDay): ModelQuality[] {
  return database
    .prepare(
      `SELECT s.feature, s.request_type, s.model, s.name, sum(b.records) AS count, sum(b.amount) / 1e6 AS sum
       FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE s.kind = 'quality' AND b.day >= :from AND b.for_day BETWEEN :from AND :through
       GROUP BY s.feature, s.request_type, s.model, s.name`
    )
    .all({ from, through })
    .map((row) => ({
      feature: String(row['feature']),
      requestType: String(row['request_type']),
      model: String(row['model']),
      evaluator: String(row['name']),
      count: Number(row['count']),
      sum: Number(row['sum']),
    }));
}
