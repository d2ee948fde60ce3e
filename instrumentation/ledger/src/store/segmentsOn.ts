import type { DatabaseSync } from 'node:sqlite';
import type { EventDay } from './eventDay.ts';

/** What was used in some days, by model and the like: one component or, where that is '', the counts. */
export interface UsedSegment {
  readonly labels: Readonly<Record<SegmentLabel, string>>;
  /** Booked after its day was closed: late calls and corrections. */
  readonly isLate: boolean;
  readonly calls: number;
  readonly attempts: number;
  readonly component: string;
  readonly quantity: number;
  readonly costNanoUsd: bigint;
}

/** What tells segments apart. */
const SEGMENT_LABELS = ['feature', 'request_type', 'provider', 'model', 'service_tier'] as const;
type SegmentLabel = (typeof SEGMENT_LABELS)[number];

const FILTERS = [...SEGMENT_LABELS, 'team', 'account', 'environment'] as const;

/** Which segments are meant; a list means any of its names. */
export type SegmentFilter = Readonly<Partial<Record<(typeof FILTERS)[number], readonly string[] | undefined>>>;

/**
 * What was used on some days, for What changed. The costs of all rows are those of the days, restated; of the rows that are
 * not late, as the days closed.
 */
export function segmentsOn(
  database: DatabaseSync,
  days: readonly EventDay[],
  filter: SegmentFilter = {}
): UsedSegment[] {
  const columns = SEGMENT_LABELS.map((label) => `"${label}"`).join(', ');
  const filtered = FILTERS.filter((label) => filter[label] !== undefined);
  const meant = [
    'day >= (SELECT min(value) FROM json_each(:days)) AND for_day IN (SELECT value FROM json_each(:days))',
    ...filtered.map((label) => `${label} IN (SELECT value FROM json_each(:${label}))`),
  ].join(' AND ');
  const statement = database.prepare(
    `SELECT ${columns}, day != for_day AS late, sum(iif(retry, 0, requests)) AS calls, sum(requests) AS attempts,
       '' AS component, 0 AS quantity, 0 AS cost
     FROM book JOIN dimension ON dimension.id = dimension WHERE ${meant} GROUP BY ${columns}, late
     UNION ALL
     SELECT ${columns}, day != for_day AS late, 0, 0, component, sum(quantity), sum(cost)
     FROM component_book JOIN dimension ON dimension.id = dimension WHERE ${meant} GROUP BY ${columns}, late, component`
  );
  statement.setReadBigInts(true);
  const values = Object.fromEntries(filtered.map((label) => [label, JSON.stringify(filter[label])]));
  return statement.all({ days: JSON.stringify(days), ...values }).map((row) => ({
    labels: Object.fromEntries(SEGMENT_LABELS.map((label) => [label, String(row[label])])) as UsedSegment['labels'],
    isLate: row['late'] === 1n,
    calls: Number(row['calls']),
    attempts: Number(row['attempts']),
    component: String(row['component']),
    quantity: Number(row['quantity']),
    costNanoUsd: row['cost'] as bigint,
  }));
}
