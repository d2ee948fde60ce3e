import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import type { Column } from '../../components/table/column.ts';
import type { MatchedCell } from '../../data/reconciliation.ts';
import { causeNames } from './causeNames.ts';
import { cellWords } from './cellWords.ts';
import { signedUsd } from '../../components/bill/signedUsd.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';

export interface CellRow extends MatchedCell {
  readonly provider: string;
}

const difference = ({ effectiveNanoUsd, estimateNanoUsd }: CellRow) =>
  String(BigInt(effectiveNanoUsd) - BigInt(estimateNanoUsd));
const causes = ({ parts }: CellRow) => parts.map(({ cause }) => causeNames[cause]).join(', ');

export const cellColumns: readonly Column<CellRow>[] = [
  {
    id: 'name',
    csvName: 'cell',
    label: 'Provider, account, model, component',
    isText: true,
    value: (row) => `${row.provider} · ${cellWords(row)}`,
    show: (row) => `${row.provider} · ${cellWords(row)}`,
  },
  {
    id: 'estimate',
    csvName: 'estimate_usd',
    label: 'Estimate, USD',
    value: (row) => usdOf(row.estimateNanoUsd),
    show: (row) => formatMoney(usdOf(row.estimateNanoUsd)),
  },
  {
    id: 'bill',
    csvName: 'bill_usd',
    label: 'Bill, USD',
    value: (row) => usdOf(row.effectiveNanoUsd),
    show: (row) => formatMoney(usdOf(row.effectiveNanoUsd)),
  },
  {
    id: 'difference',
    csvName: 'difference_usd',
    label: 'Difference, USD',
    value: (row) => Math.abs(usdOf(difference(row))),
    show: (row) => signedUsd(difference(row)),
  },
  {
    id: 'counted',
    csvName: 'estimate_quantity',
    label: 'Counted',
    isMinor: true,
    value: (row) => Number(row.estimateQuantity),
    show: (row) => formatCount(Number(row.estimateQuantity)),
  },
  {
    id: 'billed',
    csvName: 'bill_quantity',
    label: 'Billed',
    isMinor: true,
    value: (row) => (row.billQuantity === null ? undefined : Number(row.billQuantity)),
    show: (row) => (row.billQuantity === null ? 'not told' : formatCount(Number(row.billQuantity))),
  },
  { id: 'cause', label: 'Put down to', isText: true, value: causes, show: (row) => causes(row) || 'agrees' },
];
