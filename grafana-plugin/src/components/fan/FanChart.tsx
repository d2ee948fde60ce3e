import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { DaysChart } from '../days/DaysChart.tsx';
import type { FanDay } from './fanDays.ts';
import { fanFrame } from './fanFrame.ts';
import { fanOptions } from './fanOptions.ts';

interface Props {
  readonly days: readonly FanDay[];
  readonly budgetADay: number | undefined;
  readonly height: number;
}

/** Closed days and days to come in Grafana's own time series panel. */
export function FanChart({ days, budgetADay, height }: Props) {
  const theme = useTheme2();
  const looks = useMemo(() => fanOptions(theme), [theme]);
  const frame = useMemo(() => fanFrame(days, budgetADay), [days, budgetADay]);
  return <DaysChart title="Forecast" testId="fan-chart" frame={frame} looks={looks} height={height} />;
}
