import type { BillRow } from './readCsv.ts';

const MOST_SHAPES = 1_000;
/** Rows of one shape have one list of columns, so that what is told from it is told once. */
const shapes = new Map<string, readonly string[]>();

/**
 * A row of nested values: `{ sku: { id: 7 } }` has the columns `sku` and `sku.id`. Numbers and dates come as the text a
 * CSV would have, lists and objects as JSON.
 */
export function flatRow(row: number, values: Readonly<Record<string, unknown>>): BillRow {
  const cells = new Map<string, unknown>();
  const add = (prefix: string, of: object) => {
    for (const [key, value] of Object.entries(of)) {
      cells.set(prefix + key, value);
      if (value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)) {
        add(`${prefix}${key}.`, value);
      }
    }
  };
  add('', values);
  return { row, columns: sharedColumns([...cells.keys()]), cells: (column) => cellText(cells.get(column)) };
}

function sharedColumns(columns: readonly string[]): readonly string[] {
  const key = columns.join('\n');
  const found = shapes.get(key);
  if (found === undefined) {
    if (shapes.size >= MOST_SHAPES) {
      shapes.clear();
    }
    shapes.set(key, columns);
  }
  return found ?? columns;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return value.toISOString();
  }
  return typeof value === 'object'
    ? JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? String(part) : part))
    : String(value as string | number | bigint | boolean).trim();
}
