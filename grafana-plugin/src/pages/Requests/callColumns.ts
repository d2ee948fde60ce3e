import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatNano } from '../../components/numbers/formatNano.ts';
import { formatTime } from '../../components/numbers/formatTime.ts';
import type { Column } from '../../components/table/column.ts';
import type { Call } from '../../data/call.ts';
import { tokenSums, type TokenSums } from './tokenSums.ts';

const text = (id: string, label: string, of: (call: Call) => string | null, isMinor = false): Column<Call> => ({
  id,
  label,
  isText: true,
  isMinor,
  value: (call) => of(call) ?? undefined,
  show: (call) => of(call) || '–',
});

const tokens = (id: keyof TokenSums, label: string): Column<Call> => ({
  id: `tokens_${id}`,
  label,
  isMinor: true,
  value: (call) => tokenSums(call)?.[id],
  show: (call) => {
    const sums = tokenSums(call);
    return sums === undefined ? 'unknown' : formatCount(sums[id]);
  },
});

/** What the list says of a call. The cost goes into the CSV as the ledger's exact nano-dollars. */
export const CALL_COLUMNS: readonly Column<Call>[] = [
  {
    id: 'time',
    csvName: 'time_utc',
    label: 'Time (UTC)',
    isText: true,
    value: ({ time }) => time,
    show: ({ time }) => formatTime(time),
  },
  {
    id: 'cost',
    csvName: 'cost_nano_usd',
    label: 'Cost, USD',
    value: ({ costNanoUsd }) => costNanoUsd ?? undefined,
    show: ({ costNanoUsd }) => formatNano(costNanoUsd),
  },
  text('feature', 'Feature', ({ feature }) => feature),
  text('tenant', 'Tenant', ({ tenant }) => tenant),
  text('model', 'Model', ({ model }) => model),
  tokens('in', 'Tokens in'),
  tokens('cached', 'Cached'),
  tokens('out', 'Tokens out'),
  {
    id: 'attempt',
    label: 'Attempt',
    isMinor: true,
    value: ({ attempt }) => attempt,
    show: ({ attempt }) => String(attempt),
  },
  {
    id: 'duration',
    csvName: 'duration_ms',
    label: 'Took, s',
    value: ({ durationMs }) => durationMs,
    show: ({ durationMs }) => (durationMs / 1_000).toFixed(durationMs < 10_000 ? 2 : 0),
  },
  text('status', 'Status', ({ status, errorType, isPartial }) =>
    [status, errorType ?? (isPartial ? 'cut off' : undefined)].filter(Boolean).join(', ')
  ),
];
