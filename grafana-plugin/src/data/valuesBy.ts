import type { Series } from './series.ts';

/** The last value of each series by its `label`. */
export const valuesBy = (series: readonly Series[], label: string): ReadonlyMap<string, number> =>
  new Map(
    series.flatMap(({ labels, points }) => {
      const last = points.at(-1);
      return last ? [[labels[label] ?? '', last.value] as const] : [];
    })
  );
