import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { BillRow } from './readCsv.ts';

/** The rows of a Parquet file, a group at a time. Numbers and dates come as the text a CSV would have. */
export async function* readParquet(path: string): AsyncGenerator<BillRow> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  let row = 1;
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    for (const values of await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd })) {
      row += 1;
      yield { row, columns: Object.keys(values), cells: (column) => cellText(values[column]) };
    }
    rowStart = rowEnd;
  }
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
    : String(value as string | number | bigint | boolean);
}
