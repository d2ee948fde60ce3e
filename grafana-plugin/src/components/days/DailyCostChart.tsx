import { css } from '@emotion/css';
import { LoadingState, dateTimeForTimeZone, type GrafanaTheme2, type PanelData, type TimeRange } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { useStyles2, useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { DAY_MS } from '../../queries/dayMs.ts';
import { hatch } from '../hatch.ts';
import { useWidth } from '../useWidth.ts';
import type { ChartMark } from './chartMark.ts';
import { costFrame, type NamedCosts } from './costFrame.ts';
import { dailyBars } from './dailyBars.ts';
import { MarkedChart } from './MarkedChart.tsx';

interface Props {
  /** Starts of UTC days, ascending. */
  readonly days: readonly number[];
  /** Stacking order, from the bottom. */
  readonly series: readonly NamedCosts[];
  readonly kind: 'stack' | 'lines';
  readonly colorOf: (name: string) => string;
  readonly hollow: readonly string[];
  readonly height: number;
  /** The last day is today: drawn open, hatched. */
  readonly isLastOpen: boolean;
  /** What a day may cost, USD: a dashed line across. */
  readonly limit: number | undefined;
  /** Grafana's unit of the values; USD where left out. */
  readonly unit?: string;
  /** What happened on its days. */
  readonly marks?: readonly ChartMark[];
}

const NO_MARKS: readonly ChartMark[] = [];

const LIMIT = 'budget a day';

/** What each UTC day cost, on that day whatever the browser's zone: Grafana's own time series panel. */
export function DailyCostChart(props: Props) {
  const { days, series, kind, colorOf, hollow, height, isLastOpen, limit, unit = 'currencyUSD' } = props;
  const { marks = NO_MARKS } = props;
  const styles = useStyles2(getStyles, isLastOpen ? days.length : 0);
  const theme = useTheme2();
  const { ref, width } = useWidth();
  const data = useMemo(() => panelData(days, withLimit(series, days, limit)), [days, series, limit]);
  const { options, fieldConfig } = useMemo(
    () =>
      dailyBars(series, {
        colorOf,
        hollow,
        kind,
        unit,
        limit: limit === undefined ? undefined : { name: LIMIT, color: theme.colors.text.primary },
      }),
    [series, colorOf, hollow, kind, unit, limit, theme]
  );
  return (
    <MarkedChart days={days} marks={marks} within={kind === 'stack' ? 0.5 : 0}>
      <div ref={ref} className={styles.chart} style={{ height }} data-testid="cost-per-day-chart">
        {width > 0 && (
          <PanelRenderer
            pluginId="timeseries"
            title="Cost per day"
            data={data}
            options={options}
            fieldConfig={fieldConfig}
            timeZone="utc"
            width={width}
            height={height}
          />
        )}
      </div>
    </MarkedChart>
  );
}

const withLimit = (series: readonly NamedCosts[], days: readonly number[], limit: number | undefined) =>
  limit === undefined ? series : [...series, { name: LIMIT, costs: days.map(() => limit) }];

function panelData(days: readonly number[], series: readonly NamedCosts[]): PanelData {
  return { state: LoadingState.Done, series: [costFrame(days, series)], timeRange: wholeDays(days) };
}

function wholeDays(days: readonly number[]): TimeRange {
  const from = dateTimeForTimeZone('utc', days[0]);
  const to = dateTimeForTimeZone('utc', (days.at(-1) ?? 0) + DAY_MS - 1);
  return { from, to, raw: { from, to } };
}

/** `.u-over` is the plot's own area: stripes in the page's colour over the last day's slot make its bar hatched. */
const getStyles = (theme: GrafanaTheme2, days: number) => ({
  chart: css({
    width: '100%',
    minWidth: 0,
    ...(days > 0 && {
      '.u-over::before': {
        content: '""',
        position: 'absolute',
        inset: `0 0 0 calc(100% - 100% / ${days})`,
        pointerEvents: 'none',
        background: hatch(theme.colors.background.primary),
      },
    }),
  }),
});
