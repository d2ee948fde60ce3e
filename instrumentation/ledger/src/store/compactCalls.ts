import { CALL_STATUSES, type CallStatus } from '@ai-finops/instrumentation/contract';
import type { CallLayout } from './callLayout.ts';
import { otherQuantities } from './otherQuantities.ts';
import type { RollupEntry } from './rollup.ts';

/** In the two lowest bits of `outcome`: never reorder, append. */
const STATUS_CODES: Readonly<Record<CallStatus, number>> = { ok: 0, error: 1, aborted: 2, refused: 3 };
const PARTIAL = 4;
const ATTEMPT_SHIFT = 3;

/**
 * Tables that store what most calls say and read like those that store a value a column: 145 bytes a call became 104. What few
 * calls say stands in `rest` (JSON, NULL for most); status, attempt and partial are one number; the list price stands only
 * where it is not the cost; texts that repeat are ids.
 */
export const COMPACT_CALLS: CallLayout = {
  columns: [
    ...[
      'start_us',
      'key',
      'parent',
      'duration_us',
      'dimension',
      'wire_model',
      'tenant',
      'request_path',
      'task',
      'outcome',
    ],
    ...['input', 'cache_read', 'cache_write', 'cache_write_5m', 'output', 'reasoning'],
    ...['cost', 'list_apart', 'rate_card', 'estimate', 'stop_reason', 'rest'],
  ],
  values(entry, dictionary) {
    const { record, priced, dimension } = entry;
    const { price, quantities } = priced;
    const none = priced.isUsageKnown ? 0 : null;
    const { model } = record.dimensions;
    const isPriced = price.kind === 'priced';
    return [
      record.startUs,
      record.key,
      record.parentSpanId,
      record.durationUs,
      dimension,
      model === priced.dimensions.model ? null : dictionary.name(model),
      dictionary.name(record.tenant),
      record.requestPath === '' ? null : dictionary.nameOfFew(record.requestPath),
      record.task === '' ? null : record.task,
      outcomeOf(entry),
      quantities.input ?? none,
      quantities.cache_read ?? none,
      quantities.cache_write ?? none,
      quantities.cache_write_5m ?? none,
      quantities.output ?? none,
      quantities.reasoning ?? none,
      isPriced ? price.nanoUsd : null,
      isPriced && price.listNanoUsd !== price.nanoUsd ? price.listNanoUsd : null,
      dictionary.name(isPriced ? price.rateCard : ''),
      record.estimateNanoUsd ?? null,
      record.stopReason === '' ? null : dictionary.name(record.stopReason),
      restOf(entry),
    ];
  },
  repricing: `cost = ?, list_apart = ?, rate_card = ?,
    rest = nullif(json_patch(json_remove(coalesce(rest, '{}'), '$.unpriced', '$.other_quantities'), ?), '{}')`,
  repriced({ price, quantities }, dictionary) {
    const isPriced = price.kind === 'priced';
    const other = otherQuantities(quantities);
    return [
      isPriced ? price.nanoUsd : null,
      isPriced && price.listNanoUsd !== price.nanoUsd ? price.listNanoUsd : null,
      dictionary.name(isPriced ? price.rateCard : ''),
      JSON.stringify({
        ...(!isPriced && { unpriced: price.reason }),
        ...(other !== null && { other_quantities: other }),
      }),
    ];
  },
};

/** Columns that are read by name and not stored. */
const READ_ONLY = [
  `booked INTEGER AS (rest ->> 'booked')`,
  `status TEXT AS (CASE outcome & 3 ${CALL_STATUSES.map((status) => `WHEN ${STATUS_CODES[status]} THEN '${status}'`).join(' ')} END)`,
  `attempt INTEGER AS (outcome >> ${ATTEMPT_SHIFT})`,
  `partial INTEGER AS ((outcome & ${PARTIAL}) > 0)`,
  ...['error_type', 'reported', 'unpriced', 'other_quantities'].map((name) => `${name} TEXT AS (rest ->> '${name}')`),
  ...['cache_write_1h', 'web_search'].map(
    (name) => `${name} INTEGER AS (coalesce(rest ->> '${name}', iif(input IS NULL, NULL, 0)))`
  ),
  'list INTEGER AS (coalesce(list_apart, cost))',
];

/**
 * One table per event day. The key starts with the event time: rows then land on few pages (a random key falls from
 * 135k to 51k rows a second), and a resend carries the same start, so it is as idempotent as trace and span alone.
 * Quantities are NULL where usage is unknown (rare components stand in `other_quantities`, JSON), cost where the call is
 * unpriced; `reported` keeps usage that contradicts itself. Texts that may be different for every call stand in the row,
 * not in the dictionary, and go when it goes: `request_path` is a text, or the id of one. `booked` is the day an adjustment
 * was booked on, `wire_model` the id of the model as the wire spelled it, NULL where the label says the same.
 */
export function compactTable(name: string): string {
  return `
  CREATE TABLE ${name} (
    start_us INTEGER NOT NULL, key BLOB NOT NULL, parent BLOB, duration_us INTEGER NOT NULL,
    dimension INTEGER NOT NULL, wire_model INTEGER, tenant INTEGER NOT NULL, request_path ANY, task TEXT,
    outcome INTEGER NOT NULL,
    input INTEGER, cache_read INTEGER, cache_write INTEGER, cache_write_5m INTEGER, output INTEGER, reasoning INTEGER,
    cost INTEGER, list_apart INTEGER, rate_card INTEGER NOT NULL, estimate INTEGER, stop_reason INTEGER, rest TEXT,
    ${READ_ONLY.join(',\n    ')},
    PRIMARY KEY (start_us, key)
  ) STRICT, WITHOUT ROWID`;
}

function outcomeOf({ record }: RollupEntry): number {
  const isPartial = record.usage.kind === 'reported' && record.usage.partial;
  return (record.attempt << ATTEMPT_SHIFT) | (isPartial ? PARTIAL : 0) | STATUS_CODES[record.status];
}

/** What few calls say; null of most. */
function restOf({ record, priced, day, forDay }: RollupEntry): string | null {
  const { price, quantities, isUsageKnown } = priced;
  const isInvalid = !isUsageKnown && record.usage.kind === 'reported';
  const rest = {
    booked: day === forDay ? undefined : day,
    error_type: record.errorType === '' ? undefined : record.errorType,
    reported: isInvalid && record.usage.kind === 'reported' ? JSON.stringify(record.usage.usage) : undefined,
    unpriced: price.kind === 'priced' ? undefined : price.reason,
    cache_write_1h: quantities.cache_write_1h,
    web_search: quantities.web_search,
    other_quantities: otherQuantities(quantities) ?? undefined,
  };
  for (const name in rest) {
    if (rest[name as keyof typeof rest] !== undefined) {
      return JSON.stringify(rest);
    }
  }
  return null;
}
