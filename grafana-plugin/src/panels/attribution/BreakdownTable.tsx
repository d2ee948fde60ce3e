import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatChange } from '../../components/numbers/formatChange.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoney } from '../../components/numbers/formatMoney.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { Swatch } from '../../components/Swatch.tsx';
import type { breakdown } from './breakdown.ts';

interface Props extends ReturnType<typeof breakdown> {
  readonly count: number;
  readonly colorOf: (name: string) => string;
  readonly hrefOf: (name: string) => string | undefined;
}

/** A line for each name: what it cost, its share, the change; the total is their sum. */
export function BreakdownTable({ rows, total, firstDay, lastDay, count, colorOf, hrefOf }: Props) {
  const styles = useStyles2(getStyles);
  const share = (usd: number | undefined) =>
    usd === undefined || !total.now || total.now < 0 ? '–' : formatShare(usd / total.now);
  const change = ({ now, before }: Pick<typeof total, 'now' | 'before'>) => formatChange(now, before) ?? '–';
  const period = firstDay === lastDay ? formatDay(lastDay) : `${formatDay(firstDay)} – ${formatDay(lastDay)}`;
  return (
    <table className={styles.table} data-testid="breakdown">
      <thead>
        <tr>
          <th scope="col">{period}</th>
          <th scope="col">Cost, USD</th>
          <th scope="col">Share</th>
          <th scope="col">{count === 1 ? 'vs a week before' : `vs ${count} before`}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const href = row.isRest ? undefined : hrefOf(row.name);
          return (
            <tr key={index} data-name={row.name}>
              <th scope="row" title={row.name.slice(0, 500)}>
                <Swatch color={colorOf(row.name)} hatched={row.name === UNALLOCATED} />{' '}
                {href === undefined ? (
                  row.name
                ) : (
                  <TextLink href={href} color="primary" inline={false}>
                    {row.name}
                  </TextLink>
                )}
              </th>
              <td>{row.now === undefined ? 'no data' : formatMoney(row.now)}</td>
              <td>{share(row.now)}</td>
              <td>{change(row)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr data-name="">
          <th scope="row">{total.name}</th>
          <td>{total.now === undefined ? 'no data' : formatMoney(total.now)}</td>
          <td>{share(total.now)}</td>
          <td>{change(total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': { padding: theme.spacing(0.5, 1), textAlign: 'right', whiteSpace: 'nowrap' },
    // Where there is little room it is a name that is cut, never a number.
    'th:first-child': {
      width: '100%',
      maxWidth: 0,
      minWidth: theme.spacing(12),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      textAlign: 'left',
      fontWeight: theme.typography.fontWeightRegular,
    },
    'thead th': {
      position: 'sticky',
      top: 0,
      color: theme.colors.text.secondary,
      background: theme.colors.background.primary,
    },
    'tbody tr': { borderTop: `1px solid ${theme.colors.border.weak}` },
    'tfoot tr': { borderTop: `1px solid ${theme.colors.border.medium}` },
    'tfoot th, tfoot td': { fontWeight: theme.typography.fontWeightMedium },
  }),
});
