import type { DailyCosts } from '../../data/dailyCosts.ts';

/** The sum of all names for each day; undefined where no name has one. */
export const dayTotals = ({ days, byName }: DailyCosts): (number | undefined)[] =>
  days.map((_, index) => {
    const costs = [...byName.values()].flatMap((daily) => daily[index] ?? []);
    return costs.length === 0 ? undefined : costs.reduce((sum, cost) => sum + cost, 0);
  });
