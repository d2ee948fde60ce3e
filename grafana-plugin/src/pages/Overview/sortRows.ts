import type { BreakdownRow } from '../../data/breakdownRow.ts';
import { breakdownColumns } from './breakdownColumns.ts';
import { readSort } from './readSort.ts';

/** Rows in order of one column; rows that have nothing there stay at the end either way. */
export function sortRows(rows: readonly BreakdownRow[], sort: string): BreakdownRow[] {
  const { column, descending } = readSort(sort);
  const { value } = breakdownColumns[column];
  return rows.toSorted((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    const order =
      typeof left === 'string' || typeof right === 'string'
        ? String(left).localeCompare(String(right), 'en')
        : left - right;
    return descending ? -order : order;
  });
}
