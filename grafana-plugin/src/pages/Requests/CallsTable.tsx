import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import type { Choice } from '../../choice/choice.ts';
import { pageHref } from '../../components/frame/pageHref.ts';
import { SortHeader } from '../../components/table/SortHeader.tsx';
import { tableStyles } from '../../components/table/tableStyles.ts';
import type { Call } from '../../data/call.ts';
import { writeCallKey } from '../../data/callKey.ts';
import { CALL_COLUMNS } from './callColumns.ts';

interface Props {
  readonly calls: readonly Call[];
  readonly choice: Choice;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly onSort: (sort: string) => void;
  readonly onOpen: (key: string) => void;
}

const SORTED = ['time', 'cost'];

/** One call a row; its time is the link that opens it, and so is a click anywhere in the row. */
export function CallsTable({ calls, choice, sort, isDescending, onSort, onOpen }: Props) {
  const styles = useStyles2(tableStyles);
  const own = useStyles2(getStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-testid="calls">
        <thead>
          <tr>
            {CALL_COLUMNS.map(({ id, label, isText = false, isMinor }) =>
              SORTED.includes(id) ? (
                <SortHeader
                  key={id}
                  label={label}
                  isText={isText}
                  help={undefined}
                  className={undefined}
                  direction={sort === id ? (isDescending ? 'descending' : 'ascending') : undefined}
                  onClick={() => onSort(sort === id && isDescending ? id : `-${id}`)}
                />
              ) : (
                <th key={id} scope="col" className={cx(isMinor && 'minor', isText && styles.text)}>
                  {label}
                </th>
              )
            )}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => {
            const key = writeCallKey(call);
            return (
              <tr key={key} data-span={call.spanId} className={own} onClick={() => onOpen(key)}>
                <th scope="row" className={styles.text}>
                  <a
                    href={pageHref('requests', { ...choice, call: key })}
                    onClick={(event) => {
                      // A new tab stays the browser's; otherwise the row's own click would open it twice.
                      event.stopPropagation();
                    }}
                  >
                    {CALL_COLUMNS[0]?.show(call)}
                  </a>
                </th>
                {CALL_COLUMNS.slice(1).map(({ id, isText, isMinor, show }) => {
                  const shown = show(call);
                  return (
                    <td
                      key={id}
                      data-column={id}
                      title={isText ? String(shown) : undefined}
                      className={cx(isMinor && 'minor', isText && styles.text)}
                    >
                      {shown}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ cursor: 'pointer', a: { color: theme.colors.text.primary, '&:hover': { textDecoration: 'underline' } } });
