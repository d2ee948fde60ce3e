import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from './eventDay.ts';

/** What was used in some days, by model and the like: one component or, where that is '', the counts. */
export interface UsedSegment {
  readonly labels: Readonly<Record<string, string>>;
  readonly calls: number;
  readonly attempts: number;
  readonly component: string;
  readonly quantity: number;
  readonly costNanoUsd: bigint;
}

const LABELS = ['feature', 'request_type', 'provider', 'model', 'service_tier'] as const;

/** What was used on some days, for What changed: of one feature in one environment, or of all. */
export function segmentsOn(
  database: DatabaseSync,
  days: readonly EventDay[],
  scope?: { readonly feature: string; readonly environment: string }
): UsedSegment[] {
  const columns = LABELS.map((label) => `"${label}"`).join(', ');
  const meant = `day >= (SELECT min(value) FROM json_each(:days)) AND for_day IN (SELECT value FROM json_each(:days))
     ${scope ? 'AND feature = :feature AND environment = :environment' : ''}`;
  const statement = database.prepare(
    `SELECT ${columns}, sum(iif(retry, 0, requests)) AS calls, sum(requests) AS attempts, '' AS component,
       0 AS quantity, 0 AS cost
     FROM book JOIN dimension ON dimension.id = dimension WHERE ${meant} GROUP BY ${columns}
     UNION ALL
     SELECT ${columns}, 0, 0, component, sum(quantity), sum(cost)
     FROM component_book JOIN dimension ON dimension.id = dimension WHERE ${meant} GROUP BY ${columns}, component`
  );
  statement.setReadBigInts(true);
  return statement.all({ days: JSON.stringify(days), ...scope }).map((row) => ({
    labels: Object.fromEntries(LABELS.map((label) => [label, String(row[label])])),
    calls: Number(row['calls']),
    attempts: Number(row['attempts']),
    component: String(row['component']),
    quantity: Number(row['quantity']),
    costNanoUsd: row['cost'] as bigint,
  }));
}
