import { BillError } from './billError.ts';
import { BillMonths, type BillMonth } from './billMonths.ts';
import { focusLine, missingFocusColumns } from './focusLine.ts';
import { mappedLine, type BillMapping } from './mappedLine.ts';
import { normaliseLine, type BillNames } from './normaliseLine.ts';
import { readCsv } from './readCsv.ts';
import { readParquet } from './readParquet.ts';

export interface ReadBill {
  readonly months: readonly BillMonth[];
  readonly rows: number;
  /** Rows of services that are no AI provider's. */
  readonly skipped: number;
}

/**
 * Reads a bill from a file: FOCUS as CSV or Parquet, or any CSV with a mapping.
 *
 * @throws BillError which names row, column and reason; nothing of the file is kept then
 */
export async function readBillFile(
  path: string,
  {
    names,
    mapping,
    onProgress,
  }: { names: BillNames; mapping?: BillMapping | undefined; onProgress(rows: number): void }
): Promise<ReadBill> {
  const months = new BillMonths();
  let [rows, skipped] = [0, 0];
  for await (const { row, columns, cells } of path.endsWith('.parquet') ? readParquet(path) : readCsv(path)) {
    if (rows === 0) {
      checkColumns(columns, mapping);
    }
    rows += 1;
    onProgress(rows);
    try {
      const line = mapping ? mappedLine(cells, mapping) : focusLine(cells);
      if (line === undefined) {
        skipped += 1;
      } else {
        months.add(normaliseLine(line, names));
      }
    } catch (error) {
      throw error instanceof BillError ? new BillError({ row }, error.message) : error;
    }
  }
  if (rows === 0) {
    throw new BillError({}, 'the file has no rows');
  }
  return { months: months.all(), rows, skipped };
}

function checkColumns(columns: readonly string[], mapping: BillMapping | undefined): void {
  const missing = mapping
    ? Object.values(mapping.columns).filter((column) => column !== undefined && !columns.includes(column))
    : missingFocusColumns(columns);
  if (missing.length > 0) {
    const help = mapping ? 'correct the mapping' : 'for a file that is not FOCUS give --mapping';
    throw new BillError({}, `the file has no column ${missing.join(', ')}: ${help}`);
  }
}
