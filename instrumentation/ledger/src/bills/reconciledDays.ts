import { cellDays, type CellDay } from '../analysis/reconciliation/cellDays.ts';
import type { CellKey } from '../analysis/reconciliation/reconciledCell.ts';
import type { Ask } from '../questions/ask.ts';
import type { BillBooks } from './billBooks.ts';
import { monthDays } from './monthDays.ts';

/** A cell of the newest revision of a provider's month, by day; none where there is no such bill or cell. */
export async function reconciledDays(
  { month, provider, ...key }: CellKey & { readonly month: string; readonly provider: string },
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  ask: Ask
): Promise<readonly CellDay[]> {
  const bill = bills.newest(month).find((one) => one.provider === provider);
  if (bill === undefined) {
    return [];
  }
  const { cells } = await ask('estimateCells', monthDays(month));
  return cellDays(
    cells.filter((cell) => cell.provider === provider),
    bills.lines(bill),
    key
  );
}
