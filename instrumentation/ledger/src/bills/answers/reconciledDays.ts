import { cellDays } from '../../analysis/reconciliation/cellDays.ts';
import type { CellKey } from '../../analysis/reconciliation/reconciledCell.ts';
import type { BillSources } from './billSources.ts';

const text = (value: bigint | undefined) => (value === undefined ? null : String(value));

/** A cell of the newest revision of a provider's month, by day; no days where there is no such bill or cell. */
export function reconciledDays(
  { bills, books }: BillSources,
  { month, provider, ...key }: CellKey & { readonly month: string; readonly provider: string }
) {
  const bill = bills.newest(month).find((one) => one.provider === provider);
  if (bill === undefined) {
    return { days: [] };
  }
  const cells = books.estimates(month).cells.filter((cell) => cell.provider === provider);
  return {
    days: cellDays(cells, bills.lines(bill), key).map((one) => ({
      day: one.day,
      through: one.through ?? null,
      estimateNanoUsd: text(one.estimateNanoUsd),
      estimateQuantity: text(one.estimateQuantity),
      effectiveNanoUsd: text(one.effectiveNanoUsd),
      billQuantity: text(one.billQuantity),
    })),
  };
}
