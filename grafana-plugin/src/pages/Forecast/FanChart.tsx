import { LoadingState, dateTimeForTimeZone, type PanelData } from '@grafana/data';
import { PanelRenderer } from '@grafana/runtime';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useWidth } from '../../components/useWidth.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import type { FanDay } from './fanDays.ts';
import { fanFrame } from './fanFrame.ts';
import { fanOptions } from './fanOptions.ts';

interface Props {
  readonly days: readonly FanDay[];
  readonly budgetADay: number | undefined;
}

const HEIGHT = 340;

/** Closed days and days to come in Grafana's own time series panel. */
export function FanChart({ days, budgetADay }: Props) {
  const theme = useTheme2();
  const { ref, width } = useWidth();
  const { options, fieldConfig } = useMemo(() => fanOptions(theme), [theme]);
  const data = useMemo((): PanelData => {
    const from = dateTimeForTimeZone('utc', days[0]?.atMs);
    const to = dateTimeForTimeZone('utc', (days.at(-1)?.atMs ?? 0) + DAY_MS - 1);
    return {
      state: LoadingState.Done,
      series: [fanFrame(days, budgetADay)],
      timeRange: { from, to, raw: { from, to } },
    };
  }, [days, budgetADay]);
  return (
    <div ref={ref} style={{ width: '100%', minWidth: 0, height: HEIGHT }} data-testid="fan-chart">
      {width > 0 && (
        <PanelRenderer
          pluginId="timeseries"
          title="Forecast"
          data={data}
          options={options}
          fieldConfig={fieldConfig}
          timeZone="utc"
          width={width}
          height={HEIGHT}
        />
      )}
    </div>
  );
}
