import type { SQLOutputValue } from 'node:sqlite';
import { usdText } from '../books/usdText.ts';
import { dayText } from '../store/dayText.ts';
import { QUANTITY_COLUMNS } from '../store/quantityColumns.ts';

type Row = Readonly<Record<string, SQLOutputValue>>;

export interface CallColumn {
  readonly name: string;
  /** `money` is USD with at most nine decimals, as text, so that no reader makes a double of it. */
  readonly type: 'date' | 'timestamp' | 'text' | 'integer' | 'boolean' | 'money' | 'json';
  readonly isRequired: boolean;
  readonly value: (row: Row) => string | number | boolean | object | null;
}

const text = (name: string, of: string = name, isRequired = true): CallColumn => ({
  ...{ name, type: 'text', isRequired },
  value: (row) => (row[of] as string | null) || null,
});
const label = (name: string): CallColumn => ({ ...text(name), value: (row) => String(row[name]) });
const optional = (name: string, of: string = name) => text(name, of, false);
const integer = (name: string, of: string, isRequired = false): CallColumn => ({
  ...{ name, type: 'integer', isRequired },
  value: (row) => (row[of] === null ? null : Number(row[of])),
});
const money = (name: string, of: string): CallColumn => ({
  ...{ name, type: 'money', isRequired: false },
  value: (row) => (row[of] === null ? null : usdText(row[of] as bigint)),
});
const hex = (bytes: SQLOutputValue | undefined, from: number, to: number) =>
  Buffer.from(bytes as Uint8Array)
    .subarray(from, to)
    .toString('hex');

/** One row of a warehouse: a call, as the books hold it now. Tables of it: docs/warehouse. */
export const CALL_COLUMNS: readonly CallColumn[] = [
  { name: 'day', type: 'date', isRequired: true, value: (row) => dayText(Number(row['for_day'])) },
  { name: 'start_time', type: 'timestamp', isRequired: true, value: (row) => timeText(row['start_us'] as bigint) },
  integer('duration_us', 'duration_us', true),
  { name: 'trace_id', type: 'text', isRequired: true, value: (row) => hex(row['key'], 0, 16) },
  { name: 'span_id', type: 'text', isRequired: true, value: (row) => hex(row['key'], 16, 24) },
  {
    ...{ name: 'parent_span_id', type: 'text', isRequired: false },
    value: (row) => (row['parent'] === null ? null : hex(row['parent'], 0, 8)),
  },
  ...['feature', 'team', 'request_type', 'provider', 'model', 'account', 'service_tier', 'environment'].map(label),
  label('tenant'),
  optional('wire_model', 'wire_model_text'),
  optional('request_path', 'request_path_text'),
  optional('task'),
  label('status'),
  integer('attempt', 'attempt', true),
  optional('error_type'),
  { name: 'is_partial', type: 'boolean', isRequired: true, value: (row) => row['partial'] === 1n },
  ...QUANTITY_COLUMNS.map((component) => integer(component, component)),
  {
    ...{ name: 'other_quantities', type: 'json', isRequired: false },
    value: (row) => (row['other_quantities'] === null ? null : JSON.parse(String(row['other_quantities']))),
  },
  money('cost_usd', 'cost'),
  money('list_cost_usd', 'list'),
  optional('unpriced_reason', 'unpriced'),
  optional('rate_card', 'rate_card_text'),
  {
    ...{ name: 'booked_on', type: 'date', isRequired: true },
    value: (row) => dayText(Number(row['booked'] ?? row['for_day'])),
  },
  // Last, as in tables that were made before it was there.
  optional('stop_reason', 'stop_reason_text'),
];

/** µs since the epoch with all their digits. */
function timeText(us: bigint): string {
  return `${new Date(Number(us / 1_000n)).toISOString().slice(0, -1)}${String(us % 1_000n).padStart(3, '0')}Z`;
}
