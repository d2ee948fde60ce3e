import { signedUsd } from '../../components/bill/signedUsd.ts';
import { formatCount } from '../../components/numbers/formatCount.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { usdOf } from '../../components/numbers/usdOf.ts';
import type { Column } from '../../components/table/column.ts';
import { causeNames } from './causeNames.ts';
import type { CellRow } from './cellRow.ts';

const difference = ({ billNanoUsd, estimateNanoUsd }: CellRow): string | undefined =>
  billNanoUsd === null || estimateNanoUsd === null ? undefined : String(BigInt(billNanoUsd) - BigInt(estimateNanoUsd));
const causes = (row: CellRow) => row.causes.map((cause) => causeNames[cause]).join(', ');
const words = (row: CellRow) => causes(row) || (difference(row) === '0' ? 'agrees' : '');
const money = (nanoUsd: string | null) => (nanoUsd === null ? undefined : usdOf(nanoUsd));
const quantity = (value: string | null) => (value === null ? undefined : Number(value));
const shownMoney = (nanoUsd: string | null, otherwise: string) =>
  nanoUsd === null ? otherwise : formatMoney(usdOf(nanoUsd));

/** A charge has no quantity to tell; a bill that leaves out what a cell counts says less than it could. */
function shownQuantity({ cell, day, ...row }: CellRow, of: 'estimateQuantity' | 'billQuantity'): string {
  const value = row[of];
  if (value !== null) {
    return formatCount(Number(value));
  }
  const isElsewhere = of === 'billQuantity' ? row.billNanoUsd === null : row.estimateNanoUsd === null;
  return cell === undefined || (day !== undefined && isElsewhere) ? '–' : 'not told';
}

export const cellColumns: readonly Column<CellRow>[] = [
  {
    id: 'name',
    csvName: 'cell',
    label: 'Provider, account, model, component',
    isText: true,
    value: ({ name }) => name,
    show: ({ name }) => name,
  },
  {
    id: 'estimate',
    csvName: 'estimate_usd',
    label: 'Estimate, USD',
    value: (row) => money(row.estimateNanoUsd),
    show: (row) => shownMoney(row.estimateNanoUsd, 'by day'),
  },
  {
    id: 'bill',
    csvName: 'bill_usd',
    label: 'Bill, USD',
    value: (row) => money(row.billNanoUsd),
    show: (row) => shownMoney(row.billNanoUsd, 'in one charge'),
  },
  {
    id: 'difference',
    csvName: 'difference_usd',
    label: 'Difference, USD',
    value: (row) => money(difference(row) ?? null),
    // The largest gap first, whichever way it goes.
    sortValue: (row) => Math.abs(money(difference(row) ?? null) ?? 0),
    show: (row) => {
      const nanoUsd = difference(row);
      return nanoUsd === undefined ? '–' : signedUsd(nanoUsd);
    },
  },
  {
    id: 'counted',
    csvName: 'estimate_quantity',
    label: 'Counted',
    isMinor: true,
    value: (row) => quantity(row.estimateQuantity),
    show: (row) => shownQuantity(row, 'estimateQuantity'),
  },
  {
    id: 'billed',
    csvName: 'bill_quantity',
    label: 'Billed',
    isMinor: true,
    value: (row) => quantity(row.billQuantity),
    show: (row) => shownQuantity(row, 'billQuantity'),
  },
  { id: 'cause', label: 'Put down to', isText: true, isWrapping: true, value: causes, show: words },
];
