import { css } from '@emotion/css';
import { LoadingState, dateTimeForTimeZone, type GrafanaTheme2, type PanelData, type TimeRange } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { DAY_MS } from '../queries/dayMs.ts';
import { costFrame, type NamedCosts } from './costFrame.ts';
import { dailyBars } from './dailyBars.ts';
import { hatch } from './hatch.ts';
import { useWidth } from './useWidth.ts';

interface Props {
  /** Starts of UTC days, ascending; the last one is today and is drawn open, hatched. */
  readonly days: readonly number[];
  /** Stacking order, from the bottom. */
  readonly series: readonly NamedCosts[];
  readonly colorOf: (name: string) => string;
  readonly hollow: readonly string[];
  readonly height: number;
}

/** Stacked bars, one for each UTC day, on that day whatever the browser's zone: Grafana's own time series panel. */
export function DailyCostChart({ days, series, colorOf, hollow, height }: Props) {
  const styles = useStyles2(getStyles, days.length);
  const { ref, width } = useWidth();
  const data = useMemo(() => panelData(days, series), [days, series]);
  const { options, fieldConfig } = useMemo(() => dailyBars(series, colorOf, hollow), [series, colorOf, hollow]);
  return (
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
  );
}

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
    '.u-over::before': {
      content: '""',
      position: 'absolute',
      inset: `0 0 0 calc(100% - 100% / ${days})`,
      pointerEvents: 'none',
      background: hatch(theme.colors.background.primary),
    },
  }),
});
