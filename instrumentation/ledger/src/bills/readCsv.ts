import { pipeline } from 'node:stream';
import Papa from 'papaparse';
import { BillError } from './billError.ts';
import type { Cells } from './focusLine.ts';
import { openBill } from './openBill.ts';

export interface BillRow {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly columns: readonly string[];
  readonly cells: Cells;
}

/**
 * The rows of a CSV file, one after the other, in bounded memory; the first row names the columns.
 *
 * @throws BillError where it is no text, a row has more cells than there are columns, a quote that is never closed took rows
 * for text, or the file ends within a row
 */
export async function* readCsv(path: string): AsyncGenerator<BillRow> {
  const file = openBill(path);
  const rows = Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: 'greedy' });
  let [quotes, end] = [0, ''];
  file.on('data', (chunk) => {
    const text = String(chunk);
    quotes += text.split('"').length - 1;
    end = text.slice(-1) || end;
  });
  // What fails here fails in the loop below.
  pipeline(file, rows, () => undefined);
  let lastWithBreak: number | undefined;
  let columns: string[] | undefined;
  let [row, lastCells] = [0, 0];
  for await (const values of rows as AsyncIterable<string[]>) {
    row += 1;
    lastCells = values.length;
    if (columns === undefined) {
      columns = values.map((name) => name.replace(/^\uFEFF/, '').trim());
      if (columns.some((name) => /[\0\uFFFD]/.test(name))) {
        throw new BillError({}, 'it is no text in UTF-8: unpack it, or save it as CSV in UTF-8');
      }
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
  if (columns !== undefined && lastCells < columns.length && end !== '\n' && end !== '\r') {
    throw new BillError(
      { row },
      `the file ends in the middle of it, after ${lastCells} of ${columns.length} cells: was it copied whole?`
    );
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
