import type { DatabaseSync } from 'node:sqlite';
import type { RepeatedPrefix } from '../analysis/opportunities/useCell.ts';
import { DAY_MS, type EventDay } from '../store/eventDay.ts';
import { prefixKey } from './prefixKey.ts';

/** What every provider keeps a prompt for at least after its last use. */
const LIFETIME_US = 300 * 1_000_000;

/**
 * Starts of prompts that calls measured in a range of days, and how many of their bytes came again within a cache's
 * lifetime of the call before: the same salted hash, so in one process. By `prefixKey`.
 */
export function repeatedPrefixes(
  database: DatabaseSync,
  { from, through }: { readonly from: EventDay; readonly through: EventDay }
): ReadonlyMap<string, RepeatedPrefix> {
  const rows = database
    .prepare(
      `SELECT s.feature, s.request_type, s.name, s.model, count(*) AS calls,
              sum(iif(p.gap <= ${LIFETIME_US}, 1, 0)) AS repeats, sum(iif(p.gap <= ${LIFETIME_US}, p.amount, 0)) AS bytes
       FROM (
         SELECT w.series, w.amount, w.at_us - lag(w.at_us) OVER (PARTITION BY w.series, w.task ORDER BY w.at_us) AS gap
         FROM work w JOIN work_series k ON k.id = w.series
         WHERE k.kind = 'prefix' AND w.at_us >= :from AND w.at_us < :to
       ) p JOIN work_series s ON s.id = p.series
       GROUP BY s.feature, s.request_type, s.name, s.model`
    )
    .all({ from: from * DAY_MS * 1_000, to: (through + 1) * DAY_MS * 1_000 });
  return new Map(
    rows.map((row) => [
      prefixKey({
        feature: String(row['feature']),
        requestType: String(row['request_type']),
        provider: String(row['name']),
        model: String(row['model']),
      }),
      { calls: Number(row['calls']), repeats: Number(row['repeats']), bytes: Number(row['bytes']) },
    ])
  );
}
