import { BillError } from './billError.ts';
import type { BillFormat } from './billFormat.ts';
import { BillMonths, type BillMonth } from './billMonths.ts';
import { formatOf } from './formatOf.ts';
import { inRow } from './inRow.ts';
import { looseCells } from './looseCells.ts';
import { mappedLine, type BillMapping } from './mappedLine.ts';
import { normaliseLine, type BillNames } from './normaliseLine.ts';
import { readCsv, type BillRow } from './readCsv.ts';
import { readJson } from './readJson.ts';
import { readParquet } from './readParquet.ts';

export interface ReadBill {
  readonly months: readonly BillMonth[];
  readonly rows: number;
  /** Rows of services that are no AI provider's. */
  readonly skipped: number;
}

/**
 * Reads a bill from a file, CSV, JSON or Parquet, packed with gzip or not, in the format that its columns are of, or by a mapping.
 *
 * @throws BillError which names row, column and reason; nothing of the file is kept then
 */
export async function readBillFile(
  path: string,
  {
    names,
    mapping,
    onProgress,
    into: months = new BillMonths(),
  }: {
    names: BillNames;
    mapping?: BillMapping | undefined;
    onProgress(rows: number): void;
    /** What other files of the same bill have. */
    into?: BillMonths;
  }
): Promise<ReadBill> {
  let [rows, skipped] = [0, 0];
  let format: BillFormat | undefined;
  for await (const { row, columns, cells } of rowsOf(path)) {
    format ??= mapping ? mappedFormat(mapping, columns) : formatOf(columns);
    rows += 1;
    onProgress(rows);
    const { lines: linesOf } = format;
    skipped += inRow(row, () => {
      const lines = linesOf(mapping ? cells : looseCells(columns, cells));
      lines.forEach((line) => months.add(normaliseLine(line, names), line.billedIn));
      return Number(lines.length === 0);
    });
  }
  if (rows === 0) {
    throw new BillError({}, 'the file has no rows');
  }
  return { months: months.all(), rows, skipped };
}

function rowsOf(path: string): AsyncGenerator<BillRow> {
  return path.endsWith('.parquet')
    ? readParquet(path)
    : /\.(?:json|jsonl|ndjson)(?:\.gz)?$/.test(path)
      ? readJson(path)
      : readCsv(path);
}

function mappedFormat(mapping: BillMapping, columns: readonly string[]): BillFormat {
  const missing = Object.values(mapping.columns).filter((column) => column !== undefined && !columns.includes(column));
  if (missing.length > 0) {
    throw new BillError({}, `the file has no column ${missing.join(', ')}: correct the mapping`);
  }
  return { name: 'mapping', required: [], lines: (cells) => [mappedLine(cells, mapping)] };
}
