import { DAY_MS } from '../queries/dayMs.ts';
import type { DailyCosts } from './dailyCosts.ts';
import type { Series } from './series.ts';

/** Series of daily values laid onto the `count` days that end with `lastDay`. */
export function toDailyCosts(series: readonly Series[], label: string, lastDay: number, count: number): DailyCosts {
  const days = Array.from({ length: count }, (_, index) => lastDay - (count - 1 - index) * DAY_MS);
  const byName = new Map(
    series.map(({ labels, points }) => {
      const byDay = new Map(points.map(({ atMs, value }) => [atMs, value]));
      return [labels[label] ?? '', days.map((day) => byDay.get(day))] as const;
    })
  );
  return { days, byName };
}
