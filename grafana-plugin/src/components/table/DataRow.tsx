import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { cx } from '@emotion/css';
import { IconButton, useStyles2 } from '@grafana/ui';
import React from 'react';
import { Swatch } from '../Swatch.tsx';
import { cellClass } from './cellClass.ts';
import type { Column } from './column.ts';
import { tableStyles } from './tableStyles.ts';

/** Rows within a row: the same columns, by another label. */
export interface Expander<Row> {
  readonly open: string | undefined;
  readonly onOpen: (name: string | undefined) => void;
  /** What the open row is split into; undefined while that loads. */
  readonly inner: readonly Row[] | undefined;
  readonly words: string;
  /** Rows that can't be opened; left out: all can. */
  readonly canOpen?: (row: Row) => boolean;
  /** Where an inner row leads. */
  readonly hrefOf?: (row: Row) => string | undefined;
}

interface Props<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly nameOf: (row: Row) => string;
  readonly colorOf: ((name: string) => string) | undefined;
  readonly hrefOf: ((row: Row) => string | undefined) | undefined;
  readonly expander: Expander<Row> | undefined;
  readonly hasLongNames: boolean;
}

/** One row, and under it the rows it is made of where it is open. */
export function DataRow<Row>({ row, columns, nameOf, colorOf, hrefOf, expander, hasLongNames }: Props<Row>) {
  const styles = useStyles2(tableStyles);
  const nameStyle = hasLongNames ? styles.longName : styles.name;
  const name = nameOf(row);
  const href = hrefOf?.(row);
  const isOpen = expander?.open === name;
  const shown = name === '' ? '(none)' : name;
  return (
    <>
      <tr data-name={name}>
        <th scope="row" className={nameStyle}>
          <span className={styles.named} title={name}>
            {expander && (expander.canOpen?.(row) ?? true) && (
              <IconButton
                name={isOpen ? 'angle-down' : 'angle-right'}
                size="md"
                aria-expanded={isOpen}
                aria-label={`${isOpen ? 'Close' : 'Open'} ${shown.slice(0, 60)}: ${expander.words}`}
                onClick={() => expander.onOpen(isOpen ? undefined : name)}
              />
            )}
            {colorOf && <Swatch color={colorOf(name)} hatched={name === UNALLOCATED} />}
            <Named name={shown} href={href} />
          </span>
        </th>
        <Cells row={row} columns={columns} />
      </tr>
      {isOpen &&
        expander.inner?.map((inner) => (
          <tr key={nameOf(inner)} data-inner={nameOf(inner)} className={styles.inner}>
            <th scope="row" className={nameStyle}>
              <span className={cx(styles.named, styles.indented)} title={nameOf(inner)}>
                <Named name={nameOf(inner) || '(none)'} href={expander.hrefOf?.(inner)} />
              </span>
            </th>
            <Cells row={inner} columns={columns} />
          </tr>
        ))}
      {isOpen && expander.inner?.length === 0 && (
        <tr className={styles.inner}>
          <td className={styles.note} colSpan={columns.length}>
            Nothing is kept {expander.words} in this row.
          </td>
        </tr>
      )}
    </>
  );
}

function Named({ name, href }: { readonly name: string; readonly href: string | undefined }) {
  const styles = useStyles2(tableStyles);
  return href === undefined ? (
    <span className={styles.clip}>{name}</span>
  ) : (
    <a href={href} className={cx(styles.clip, styles.link)}>
      {name}
    </a>
  );
}

function Cells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  const styles = useStyles2(tableStyles);
  return columns.slice(1).map((column) => (
    <td key={column.id} data-column={column.id} className={cellClass(column, styles)}>
      {column.show(row)}
    </td>
  ));
}
