import { useMemo } from 'react';
import { loadDayMarks } from '../../data/loadDayMarks.ts';
import { useLoaded } from '../../data/useLoaded.ts';
import type { View } from '../frame/view.ts';
import type { ChartMark } from './chartMark.ts';
import { chartMarks } from './chartMarks.ts';
import { isoDay } from '../../queries/isoDay.ts';

/** The marks of a chart, and why some may be missing. */
export interface Marks {
  readonly marks: readonly ChartMark[];
  /** Undefined: none is. */
  readonly missing: string | undefined;
}

/** What happened on the days of a chart, both included and named by their starts; no marks until it is known. */
export function useDayMarks({ scope, choice, books }: View, firstDay: number, lastDay: number): Marks {
  const [from = '', to = ''] = [firstDay, lastDay].map(isoDay);
  const { value, failed } = useLoaded(JSON.stringify([scope, from, to]), (signal) =>
    loadDayMarks(scope, { from, to }, signal)
  );
  return useMemo(
    () => ({
      marks: value ? chartMarks(value, choice, books.lastClosedDay) : [],
      missing: failed ?? (value?.failures.join('; ') || undefined),
    }),
    [value, failed, choice, books.lastClosedDay]
  );
}
