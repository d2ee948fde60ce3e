import type { Cells } from './focusLine.ts';

/** `lineItem/UsageType`, `line_item_usage_type` and `Line item usage type` are one column. */
export const looseName = (column: string): string => column.replaceAll(/[^a-zA-Z\d]/g, '').toLowerCase();

/** Of a list of columns, the one each asked name means: rows of a file share the list. */
const found = new WeakMap<readonly string[], Map<string, string | undefined>>();

/** A row whose columns are found however they are spelled: exports of one provider differ in case and separators. */
export function looseCells(columns: readonly string[], cells: Cells): Cells {
  const meant = found.get(columns) ?? new Map<string, string | undefined>();
  found.set(columns, meant);
  return (name) => {
    if (!meant.has(name)) {
      const loose = looseName(name);
      meant.set(
        name,
        columns.find((column) => looseName(column) === loose)
      );
    }
    const column = meant.get(name);
    return column === undefined ? '' : cells(column);
  };
}
