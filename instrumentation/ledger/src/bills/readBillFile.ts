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
  /** Rows of services that are no AI provider's, by what the bill calls provider and service. */
  readonly skipped: ReadonlyMap<string, number>;
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
    providers = new Map<string, string>(),
  }: {
    names: BillNames;
    mapping?: BillMapping | undefined;
    onProgress(rows: number): void;
    /** What other files of the same bill have. */
    into?: BillMonths;
    /** The books' provider by the bill's, of those we do not know. */
    providers?: ReadonlyMap<string, string>;
  }
): Promise<ReadBill> {
  const skipped = new Map<string, number>();
  let rows = 0;
  let format: BillFormat | undefined;
  for await (const { row, columns, cells } of rowsOf(path)) {
    format ??= mapping ? mappedFormat(mapping, columns) : formatOf(columns);
    rows += 1;
    onProgress(rows);
    const { lines: linesOf } = format;
    const found = mapping ? cells : looseCells(columns, cells);
    const lines = inRow(row, () =>
      linesOf(found, providers).map((line) => [normaliseLine(line, names), line.billedIn] as const)
    );
    lines.forEach(([line, billedIn]) => months.add(line, billedIn));
    if (lines.length === 0) {
      const name = skippedName(found, skipped);
      skipped.set(name, (skipped.get(name) ?? 0) + 1);
    }
  }
  if (rows === 0) {
    throw new BillError({}, 'the file has no rows');
  }
  return { months: months.all(), rows, skipped };
}

const WHOSE = ['ServiceProviderName', 'ProviderName', 'InvoiceIssuerName'];
const WHAT = ['ServiceName', 'line_item_product_code', 'service.description', 'meterCategory'];
const MOST_NAMES = 1_000;

/** Whom a row is of that is left out. */
function skippedName(cells: BillRow['cells'], known: ReadonlyMap<string, number>): string {
  const first = (columns: readonly string[]) => columns.map(cells).find((text) => text !== '');
  const name = [first(WHOSE), first(WHAT)].filter(Boolean).join(', ') || 'without a name';
  return known.has(name) || known.size < MOST_NAMES ? name : 'others';
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
