import { useStyles2 } from '@grafana/ui';
import React, { type ReactNode } from 'react';
import { cellClass } from './cellClass.ts';
import type { Column } from './column.ts';
import { DataRow, type Expander } from './DataRow.tsx';
import { downloadCsv } from './downloadCsv.ts';
import { readSort } from './readSort.ts';
import { SortHeader } from './SortHeader.tsx';
import { sortRows } from './sortRows.ts';
import { tableCsv } from './tableCsv.ts';
import { tableStyles } from './tableStyles.ts';
import { TableToolbar } from './TableToolbar.tsx';

interface Props<Row> {
  readonly testId: string;
  /** What the rows are, and the help beside it. */
  readonly title: ReactNode;
  readonly rows: readonly Row[];
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly colorOf?: (name: string) => string;
  /** Where a row leads: the next level down. */
  readonly hrefOf?: (row: Row) => string | undefined;
  readonly expander?: Expander<Row>;
  /** Names are made of several: they get more of the width. */
  readonly hasLongNames?: boolean;
  /** The line below all rows, by column id. */
  readonly total?: Readonly<Record<string, ReactNode>>;
  readonly sort: string;
  readonly ownSort: string;
  readonly onSort: (sort: string) => void;
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly csvFile: string;
}

/** More would not be read, and would not be quick. */
const MOST = 200;

/** Rows to sort, filter, export and open. */
export function DataTable<Row>(props: Props<Row>) {
  const { rows, columns, nameOf, colorOf, hrefOf, expander, total, sort, ownSort, onSort, find, onFind } = props;
  const styles = useStyles2(tableStyles);
  const ids = columns.map(({ id }) => id);
  const { id: sortedBy, isDescending } = readSort(sort, ids, ownSort);
  const column = columns.find(({ id }) => id === sortedBy);
  const sorted = sortRows(rows, nameOf, (row) => (column?.sortValue ?? column?.value)?.(row), isDescending);
  const wanted = find.trim().toLocaleLowerCase();
  const found = wanted === '' ? sorted : sorted.filter((row) => nameOf(row).toLocaleLowerCase().includes(wanted));
  const lines = { columns, nameOf, colorOf, hrefOf, expander, hasLongNames: props.hasLongNames ?? false };
  return (
    <div>
      <TableToolbar
        title={props.title}
        find={find}
        onFind={onFind}
        onCsv={() => downloadCsv(props.csvFile, tableCsv(columns, found))}
      />
      <div className={styles.scroll}>
        <table className={styles.table} data-testid={props.testId}>
          <thead>
            <tr>
              {columns.map(({ id, label, isText = false, help, isMinor }) => (
                <SortHeader
                  key={id}
                  label={label}
                  isText={isText}
                  help={help}
                  className={isMinor === 'first' ? 'least' : isMinor ? 'minor' : undefined}
                  direction={sortedBy === id ? (isDescending ? 'descending' : 'ascending') : undefined}
                  onClick={() => onSort(nextSort(id, isText, sortedBy === id, isDescending))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice(0, MOST).map((row) => (
              <DataRow key={nameOf(row)} row={row} {...lines} />
            ))}
            {(found.length === 0 || found.length > MOST) && (
              <tr>
                <td className={styles.note} colSpan={columns.length}>
                  {found.length === 0
                    ? rows.length === 0
                      ? 'Nothing cost anything here in these days.'
                      : `None of ${rows.length} rows has “${find}” in its name.`
                    : `${MOST} of ${found.length} rows. Filter to see others; the CSV holds all.`}
                </td>
              </tr>
            )}
          </tbody>
          {total && (
            <tfoot>
              <tr data-testid={`${props.testId}-total`}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.id} scope="row" className={styles.text}>
                      {total[column.id]}
                    </th>
                  ) : (
                    <td key={column.id} data-column={column.id} className={cellClass(column, styles)}>
                      {total[column.id]}
                    </td>
                  )
                )}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </div>
  );
}

/** Numbers start with the largest, text with A; another click turns it round. */
function nextSort(id: string, isText: boolean, isSorted: boolean, isDescending: boolean): string {
  const descends = isSorted ? !isDescending : !isText;
  return descends ? `-${id}` : id;
}
