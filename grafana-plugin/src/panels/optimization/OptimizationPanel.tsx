import type { PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import React, { useMemo } from 'react';
import { costFrame } from '../../components/days/costFrame.ts';
import { DaysChart } from '../../components/days/DaysChart.tsx';
import { PanelSentence, SENTENCE_HEIGHT } from '../frames/PanelSentence.tsx';
import { PanelWords } from '../frames/PanelWords.tsx';
import { readDaily } from '../frames/readDaily.ts';
import { bandLooks } from './bandLooks.ts';
import { beforeAndSince } from './beforeAndSince.ts';
import { markFrames } from './markFrames.ts';
import type { OptimizationOptions } from './optimizationOptions.ts';
import { readMarks } from './readMarks.ts';

/** One number by day, what it usually is before and since each optimization, and the change in words. */
export function OptimizationPanel({ data, options, height }: PanelProps<OptimizationOptions>) {
  const theme = useTheme2();
  const looks = useMemo(() => bandLooks(theme), [theme]);
  const { tag, date, what } = options;
  const drawn = useMemo(() => {
    const read = readDaily(data.series);
    const marks = readMarks(data.annotations, { tag, date, what });
    if ('words' in read || 'words' in marks) {
      return { words: 'words' in read ? read.words : 'words' in marks ? marks.words : '' };
    }
    const [values = [], ...more] = read.byName.values();
    if (more.length > 0) {
      return {
        words: `This panel follows one number; the query answered ${more.length + 1}. Sum them, or choose one.`,
      };
    }
    const { series, sentence } = beforeAndSince(read.days, values, marks);
    return { sentence, frame: costFrame(read.days, series), marked: markFrames(marks) };
  }, [data.series, data.annotations, tag, date, what]);
  if ('words' in drawn) {
    return <PanelWords>{drawn.words}</PanelWords>;
  }
  return (
    <>
      <PanelSentence>{drawn.sentence}</PanelSentence>
      <DaysChart
        title="Before and since"
        testId="before-and-since"
        frame={drawn.frame}
        looks={looks}
        height={height - SENTENCE_HEIGHT}
        annotations={drawn.marked}
      />
    </>
  );
}
