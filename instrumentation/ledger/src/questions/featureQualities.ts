import type { DatabaseSync } from 'node:sqlite';
import type { EconomicsQuery } from './economicsQuery.ts';

/** Judgements of a feature, whoever judged. */
export interface MeanQuality {
  readonly count: number;
  /** Of the scores. */
  readonly mean: number;
}

/** How good features were in the period, by feature. */
export function featureQualities(
  database: DatabaseSync,
  { from, to }: Pick<EconomicsQuery, 'from' | 'to'>
): ReadonlyMap<string, MeanQuality> {
  const rows = database
    .prepare(
      `SELECT s.feature, sum(b.records) AS count, sum(b.amount) / 1e6 AS sum
       FROM work_book b JOIN work_series s ON s.id = b.series
       WHERE s.kind = 'quality' AND b.day >= :from AND b.for_day BETWEEN :from AND :to GROUP BY s.feature`
    )
    .all({ from, to });
  return new Map(
    rows.map((row) => {
      const count = Number(row['count']);
      return [String(row['feature']), { count, mean: Number(row['sum']) / count }];
    })
  );
}
