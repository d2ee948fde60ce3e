import type { Series } from './series.ts';

/** The one number of an answer that has one; undefined where nothing was found. */
export const firstValue = (series: readonly Series[]): number | undefined => series[0]?.points.at(-1)?.value;
