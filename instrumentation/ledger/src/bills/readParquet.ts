import { BillError } from './billError.ts';
import { flatRow } from './flatRow.ts';
import type { BillRow } from './readCsv.ts';

/** The rows of a Parquet file, a group at a time. */
export async function* readParquet(path: string): AsyncGenerator<BillRow> {
  // Loaded with the first such file: a tenth of the ledger's start, and few bills are Parquet.
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file).catch((error: unknown) => {
    throw new BillError({}, `it is no whole Parquet file: ${error instanceof Error ? error.message : String(error)}`);
  });
  let row = 1;
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    for (const values of await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd })) {
      row += 1;
      yield flatRow(row, values);
    }
    rowStart = rowEnd;
  }
}
