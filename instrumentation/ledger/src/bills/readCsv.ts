import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
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
 * @throws BillError where a row has more cells than there are columns, or a quote that is never closed took rows for text
 */
export async function* readCsv(path: string): AsyncGenerator<BillRow> {
  const file = createReadStream(path, 'utf8');
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: 'greedy' });
  let quotes = 0;
  file.on('data', (chunk) => (quotes += String(chunk).split('"').length - 1));
  // What fails here fails in the loop below.
  pipeline(file, rows, () => undefined);
  let lastWithBreak: number | undefined;
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
    if (values.some((value) => value.includes('\n'))) {
      lastWithBreak = row;
    }
    yield { row, columns, cells: cellsOf(columns, values) };
  }
  // As a stream the parser tells of no errors. A lone quote in a cell without line breaks takes no rows: that is let pass.
  if (quotes % 2 === 1 && lastWithBreak !== undefined) {
    throw new BillError(
      { row: lastWithBreak },
      'a quote is opened and never closed, so that rows became text of a cell'
    );
  }
}

function cellsOf(columns: readonly string[], values: readonly string[]): Cells {
  const byColumn = new Map(columns.map((column, index) => [column, (values[index] ?? '').trim()]));
  return (column) => {
    const value = byColumn.get(column) ?? '';
    return value === 'NULL' || value === 'null' ? '' : value;
  };
}
