import type { PanelProps } from '@grafana/data';
import React, { useMemo } from 'react';
import { FanChart } from '../../components/fan/FanChart.tsx';
import { PanelSentence, SENTENCE_HEIGHT } from '../frames/PanelSentence.tsx';
import { PanelWords } from '../frames/PanelWords.tsx';
import { readDaily } from '../frames/readDaily.ts';
import type { ForecastOptions } from './forecastOptions.ts';
import { projection } from './projection.ts';

/** Closed days, and a fan of the days to come. */
export function ForecastPanel({ data, options, height }: PanelProps<ForecastOptions>) {
  const { horizon, usage, budget } = options;
  const drawn = useMemo(() => {
    const costs = readDaily(data.series);
    return 'words' in costs ? costs : projection(costs, { horizon, usage, budget });
  }, [data.series, horizon, usage, budget]);
  if ('words' in drawn) {
    return <PanelWords>{drawn.words}</PanelWords>;
  }
  return (
    <>
      <PanelSentence>{drawn.sentence}</PanelSentence>
      <FanChart days={drawn.days} budgetADay={drawn.budgetADay} height={height - SENTENCE_HEIGHT} />
    </>
  );
}
