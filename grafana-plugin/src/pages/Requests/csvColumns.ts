import type { Column } from '../../components/table/column.ts';
import type { Call } from '../../data/call.ts';

const REST = [
  'traceId',
  'spanId',
  'team',
  'requestType',
  'provider',
  'account',
  'environment',
  'task',
  'unpriced',
] as const;

/** The list's columns, and what of a call only a file has room for. */
export const csvColumns = (shown: readonly Column<Call>[]): Column<Call>[] => [
  ...shown,
  ...REST.map((id) => ({
    id,
    csvName: id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    label: id,
    value: (call: Call) => call[id] ?? undefined,
    show: (call: Call) => call[id],
  })),
];
