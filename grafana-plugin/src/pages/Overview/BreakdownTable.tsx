import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { downloadCsv } from '../../components/downloadCsv.ts';
import { Help } from '../../components/Help.tsx';
import { formatDay } from '../../components/numbers/formatDay.ts';
import type { Breakdown } from '../../data/breakdown.ts';
import type { HeadlineNumbers } from '../../data/headlineNumbers.ts';
import type { PromSource } from '../../data/promSource.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { BreakdownColumnId } from './breakdownColumns.ts';
import { breakdownCsv } from './breakdownCsv.ts';
import { BreakdownLine } from './BreakdownLine.tsx';
import { dimensionNames } from './dimensionNames.ts';
import { readSort } from './readSort.ts';
import { SortHeader } from './SortHeader.tsx';
import { sortRows } from './sortRows.ts';
import { TotalLine } from './TotalLine.tsx';

interface Props {
  readonly source: PromSource;
  readonly total: HeadlineNumbers;
  readonly breakdown: Breakdown;
  readonly colorOf: (name: string) => string;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** One row for each feature, team or request type, and the inference row, which is the headline. */
export function BreakdownTable({ source, total, breakdown, colorOf, sort, onSort }: Props) {
  const styles = useStyles2(getStyles);
  const { rows, asked, dimension, days, perDay } = breakdown;
  if (rows.kind === 'failed') {
    return <p>The rows have no answer: {rows.words}</p>;
  }
  const sorted = sortRows(rows.value, sort);
  const { column, descending } = readSort(sort);
  const withOwner = sorted.some((row) => row.owner !== undefined);
  const withTeam = dimension === 'feature';
  const header = (id: BreakdownColumnId, label: string, text = false) => (
    <SortHeader
      label={label}
      text={text}
      direction={column === id ? (descending ? 'descending' : 'ascending') : undefined}
      onClick={() => onSort(column === id && descending ? id : column === id || !text ? `-${id}` : id)}
    />
  );
  return (
    <div>
      <div className={styles.toolbar}>
        <h3 className={styles.title}>
          {formatDay(total.day)} by {dimensionNames[dimension].toLowerCase()}
        </h3>
        <Help
          of={`Cost by ${dimensionNames[dimension].toLowerCase()}`}
          definition="The closed day's cost, split by this label. Rows add up to the inference row, which is the headline."
          question={rows.question}
          also={{
            'A week before': asked.weekBefore,
            Calls: asked.calls,
            [`${days} days`]: asked.periodCost,
          }}
          source={source}
        />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="download-alt"
          onClick={() =>
            downloadCsv(
              `ai-cost-by-${dimension}-${new Date(total.day).toISOString().slice(0, 10)}.csv`,
              breakdownCsv(breakdown, sorted, total.day)
            )
          }
        >
          CSV
        </Button>
      </div>
      <div className={styles.scroll}>
        <table className={cx(styles.table, withOwner && withTeam && styles.crowded)} data-testid="breakdown">
          <thead>
            <tr>
              {header('name', dimensionNames[dimension], true)}
              {withOwner && header('owner', 'Owner', true)}
              {withTeam && header('team', 'Team', true)}
              {header('cost', 'Cost, USD')}
              {header('change', `vs ${formatDay(total.day - 7 * DAY_MS)}`)}
              {header('calls', 'Calls')}
              {header('costPerCall', 'Cost a call')}
              {header('periodCost', `${days} days, USD`)}
              <th scope="col">Trend</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <BreakdownLine
                key={row.name}
                row={row}
                withOwner={withOwner}
                withTeam={withTeam}
                color={colorOf(row.name)}
                daily={perDay.kind === 'value' ? (perDay.value.byName.get(row.name) ?? []) : []}
              />
            ))}
          </tbody>
          <tfoot>
            <TotalLine total={total} rows={rows.value} withOwner={withOwner} withTeam={withTeam} />
          </tfoot>
        </table>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  toolbar: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  title: css({ margin: 0, fontSize: theme.typography.h5.fontSize }),
  scroll: css({ overflowX: 'auto' }),
  // Owner and team are two names for much the same: the team goes where it is narrow.
  crowded: css({ '@container page (max-width: 820px)': { 'tr > :nth-child(3)': { display: 'none' } } }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    'th, td': {
      padding: theme.spacing(0.75, 1.25),
      textAlign: 'right',
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightRegular,
    },
    // The trend is the first to go where it is narrow.
    '@container page (max-width: 820px)': { 'th:last-child, td:last-child': { display: 'none' } },
    'th:first-child, td:first-child': { paddingLeft: theme.spacing(1) },
    'tbody tr': { borderBottom: `1px solid ${theme.colors.border.weak}` },
    'tbody tr:hover': { background: theme.colors.action.hover },
    'tfoot tr': { fontWeight: theme.typography.fontWeightBold },
    'tfoot th, tfoot td': { fontWeight: theme.typography.fontWeightBold },
    thead: { borderBottom: `1px solid ${theme.colors.border.medium}` },
    'thead th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
});
