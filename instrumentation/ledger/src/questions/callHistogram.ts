import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from '../store/callTableName.ts';
import { callDays } from './callDays.ts';
import type { CallFilter } from './callFilter.ts';
import { callWhere } from './callWhere.ts';
import { COST_BOUNDS } from './costBounds.ts';

interface CostBucket {
  /** Costs up to this, itself included; null for all above the last bound. */
  readonly upToNanoUsd: bigint | null;
  calls: bigint;
  costNanoUsd: bigint;
}

export interface CallHistogram {
  readonly buckets: readonly CostBucket[];
  /** Calls whose cost is unknown: in no bucket. */
  readonly unpriced: bigint;
}

const BUCKET = `CASE ${COST_BOUNDS.map((bound, index) => `WHEN c.cost <= ${bound} THEN ${index}`).join(' ')}
  WHEN c.cost IS NULL THEN -1 ELSE ${COST_BOUNDS.length} END`;

/** How many calls cost how much. */
export function callHistogram(database: DatabaseSync, filter: CallFilter): CallHistogram {
  const buckets: CostBucket[] = [...COST_BOUNDS, null].map((upToNanoUsd) => ({
    upToNanoUsd,
    calls: 0n,
    costNanoUsd: 0n,
  }));
  let unpriced = 0n;
  const { sql, values } = callWhere(filter);
  for (const day of callDays(database, filter)) {
    const statement = database.prepare(
      `SELECT ${BUCKET} AS bucket, count(*) AS calls, coalesce(sum(c.cost), 0) AS cost
       FROM ${callTableName(day)} c WHERE ${sql} GROUP BY bucket`
    );
    statement.setReadBigInts(true);
    for (const { bucket, calls, cost } of statement.all(values)) {
      const into = buckets[Number(bucket)];
      if (into) {
        into.calls += calls as bigint;
        into.costNanoUsd += cost as bigint;
      } else {
        unpriced += calls as bigint;
      }
    }
  }
  return { buckets, unpriced };
}
