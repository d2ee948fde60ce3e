import type { DatabaseSync } from 'node:sqlite';
import { recordRow, type KeptEntry } from './recordRow.ts';

export interface RecordsQuery {
  readonly kind: string;
  readonly id?: string | undefined;
  readonly state?: string | undefined;
  /** Every entry instead of the newest one of each record. */
  readonly isHistory?: boolean;
  /** Only what was recorded before this place. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** What was recorded, latest first. */
export function records(database: DatabaseSync, query: RecordsQuery): KeptEntry[] {
  const newest = 'r.version = (SELECT max(version) FROM record n WHERE n.kind = r.kind AND n.id = r.id)';
  const rows = database
    .prepare(
      `SELECT r.*, f.at_ms AS created_ms, f.author AS created_by
       FROM record r JOIN record f ON f.kind = r.kind AND f.id = r.id AND f.version = 1
       WHERE r.kind = :kind AND (:id IS NULL OR r.id = :id) AND (:state IS NULL OR r.state = :state)
         AND (:before IS NULL OR r.seq < :before) ${query.isHistory ? '' : `AND ${newest}`}
       ORDER BY r.seq DESC LIMIT :limit`
    )
    .all({
      kind: query.kind,
      id: query.id ?? null,
      state: query.state ?? null,
      before: query.before ?? null,
      limit: query.limit,
    });
  return rows.map(recordRow);
}
