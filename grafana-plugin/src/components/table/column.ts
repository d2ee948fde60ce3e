import type { ReactNode } from 'react';

/** What a column shows of a row. */
export interface Column<Row> {
  readonly id: string;
  /** With the unit: "Cost, USD". */
  readonly label: string;
  /** Text stands left, numbers right. */
  readonly isText?: boolean;
  /** It is read to its end, on several lines where it has to; other text is cut at the width of a name. */
  readonly isWrapping?: boolean;
  /** To sort by and to export, at full precision; undefined where the row has none. */
  readonly value: (row: Row) => number | string | undefined;
  /** To sort by, where that is not the value: the size of a difference. */
  readonly sortValue?: (row: Row) => number | undefined;
  readonly show: (row: Row) => ReactNode;
  readonly help?: ReactNode;
  /** The column's name in the CSV, where `id` would not do. */
  readonly csvName?: string;
  /** Left out where the page is narrow; `first`: before the others. */
  readonly isMinor?: boolean | 'first';
}
