import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import React from 'react';
import { type ChartMark, MARK_NAMES } from './chartMark.ts';
import type { NamedCosts } from './costFrame.ts';
import { markedDays } from './markedDays.ts';
import { formatDay } from '../numbers/formatDay.ts';
import { isoDay } from '../../queries/isoDay.ts';

interface Props {
  readonly days: readonly number[];
  readonly series: readonly NamedCosts[];
  readonly openDay: number | undefined;
  /** The day's whole, where its parts don't add up to it (the cost of a call). */
  readonly totals?: readonly (number | undefined)[];
  readonly format: (usd: number) => string;
  /** What happened on its days. */
  readonly marks?: readonly ChartMark[] | undefined;
}

/** The chart for those who would rather read it: the latest day first. */
export function DailyCostTable({ days, series, openDay, totals, format, marks = [] }: Props) {
  const styles = useStyles2(getStyles);
  const money = (usd: number | undefined): string => (usd === undefined ? '–' : format(usd));
  const marked = new Map(markedDays(days, marks).map((one) => [one.day, one.marks]));
  const rows = days
    .map((day, index) => {
      const costs = series.map(({ costs: daily }) => daily[index]);
      return { day, costs, all: totals ? totals[index] : total(costs) };
    })
    .toReversed();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Cost per day, as a table">
      <table className={styles.table} data-testid="cost-per-day-table">
        <thead>
          <tr>
            <th scope="col">Day (UTC)</th>
            <th scope="col">All, USD</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {marked.size > 0 && <th scope="col">What happened</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ day, costs, all }) => (
            <tr key={day} data-day={isoDay(day)}>
              <th scope="row">
                {formatDay(day)}
                {day === openDay && ', open'}
              </th>
              <td>{money(all)}</td>
              {costs.map((cost, index) => (
                <td key={series[index]?.name}>{money(cost)}</td>
              ))}
              {marked.size > 0 && (
                <td className={styles.marks}>
                  {marked.get(day)?.map(({ kind, words, href }, index) => (
                    <div key={index}>
                      {MARK_NAMES[kind]}: {href === undefined ? words : <TextLink href={href}>{words}</TextLink>}
                    </div>
                  ))}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const total = (costs: readonly (number | undefined)[]): number | undefined =>
  costs.every((cost) => cost === undefined) ? undefined : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);

const getStyles = (theme: GrafanaTheme2) => ({
  marks: css({ '&&': { minWidth: 300, textAlign: 'left', whiteSpace: 'normal' } }),
  scroll: css({ maxHeight: 320, overflow: 'auto' }),
  table: css({
    minWidth: '100%',
    fontVariantNumeric: 'tabular-nums',
    'th, td': { padding: theme.spacing(0.5, 1.5), textAlign: 'right', whiteSpace: 'nowrap' },
    'th:first-child': { textAlign: 'left', fontWeight: theme.typography.fontWeightRegular },
    thead: { position: 'sticky', top: 0, background: theme.colors.background.primary },
  }),
});
