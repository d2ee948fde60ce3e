import type { Column } from './column.ts';
import { toCsv } from './toCsv.ts';

/** The table at full precision, as a spreadsheet wants it: USD, calls, shares. */
export const tableCsv = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  toCsv([
    columns.map(({ id, csvName }) => csvName ?? id),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]);
