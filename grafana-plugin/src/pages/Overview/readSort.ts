import { type BreakdownColumnId, breakdownColumns } from './breakdownColumns.ts';

/** `cost` ascending, `-cost` descending; anything else is `-cost`. */
export function readSort(sort: string): { column: BreakdownColumnId; descending: boolean } {
  const name = sort.replace(/^-/, '');
  return Object.hasOwn(breakdownColumns, name)
    ? { column: name as BreakdownColumnId, descending: sort.startsWith('-') }
    : { column: 'cost', descending: true };
}
