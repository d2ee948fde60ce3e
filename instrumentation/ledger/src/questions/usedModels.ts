import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from '../store/eventDay.ts';
import { bookSource } from './bookSource.ts';
import type { LabelFilter } from './callFilter.ts';

export interface UsedModelsQuery extends LabelFilter {
  readonly from: EventDay;
  readonly to: EventDay;
  readonly limit: number;
}

export interface UsedModel {
  readonly provider: string;
  readonly model: string;
}

/** The models that calls of a range of days were paid for, dearest first. */
export function usedModels(database: DatabaseSync, query: UsedModelsQuery): UsedModel[] {
  const { from, to, limit } = query;
  const { columns, from: tables, and, values } = bookSource(query);
  const statement = database.prepare(
    `SELECT ${columns.provider} AS provider, ${columns.model} AS model, sum(b.cost) AS cost FROM ${tables}
     WHERE b.day >= :from AND b.for_day BETWEEN :from AND :to${and}
     GROUP BY 1, 2 HAVING sum(b.cost) > 0 ORDER BY cost DESC, 1, 2 LIMIT :limit`
  );
  statement.setReadBigInts(true);
  return statement
    .all({ ...values, from, to, limit })
    .map((row) => ({ provider: String(row['provider']), model: String(row['model']) }));
}
