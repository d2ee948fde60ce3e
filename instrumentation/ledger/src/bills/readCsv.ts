import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { BillError } from './billError.ts';
import type { Cells } from './focusLine.ts';

export interface BillRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: Cells;
}

/**
 * The rows of a CSV file, one after the other, in bounded memory; the first row names the columns.
 *
 * @throws BillError where a row has more cells than there are columns
 */
export async function* readCsv(path: string): AsyncGenerator<BillRow> {
  const rows = createReadStream(path, 'utf8').pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: 'greedy' }));
  let columns: string[] | undefined;
  let row = 0;
  for await (const values of rows as AsyncIterable<string[]>) {
    row += 1;
    if (columns === undefined) {
      columns = values.map((name) => name.replace(/^\uFEFF/, '').trim());
      continue;
    }
    if (values.length > columns.length) {
      throw new BillError({ row }, `${values.length} cells, but the header has ${columns.length}: is a quote missing?`);
    }
    yield { row, columns, cells: cellsOf(columns, values) };
  }
}

function cellsOf(columns: readonly string[], values: readonly string[]): Cells {
  const byColumn = new Map(columns.map((column, index) => [column, (values[index] ?? '').trim()]));
  return (column) => {
    const value = byColumn.get(column) ?? '';
    return value === 'NULL' || value === 'null' ? '' : value;
  };
}
