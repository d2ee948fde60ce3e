import type { DailyCosts } from '../../../data/dailyCosts.ts';

const THIRD = 30;
const MOST = 8;

interface CallCost {
  readonly name: string;
  /** USD a call in each third of the days, the earliest first; undefined without a call. */
  readonly thirds: readonly (number | undefined)[];
}

/** Cost over calls by name, for the dearest names: a third's whole cost over its whole calls. */
export function callCosts(cost: DailyCosts, calls: DailyCosts): CallCost[] {
  const sum = (values: readonly (number | undefined)[] | undefined, third: number) =>
    (values ?? []).slice(third * THIRD, (third + 1) * THIRD).reduce<number>((all, value) => all + (value ?? 0), 0);
  return [...cost.byName]
    .map(([name, daily]) => ({
      name,
      all: daily.reduce<number>((total, usd) => total + (usd ?? 0), 0),
      thirds: [0, 1, 2].map((third) => {
        const count = sum(calls.byName.get(name), third);
        return count === 0 ? undefined : sum(daily, third) / count;
      }),
    }))
    .toSorted((a, b) => b.all - a.all)
    .slice(0, MOST)
    .map(({ name, thirds }) => ({ name, thirds }));
}
