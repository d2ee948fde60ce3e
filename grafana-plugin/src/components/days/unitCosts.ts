import type { DailyCosts } from '../../data/dailyCosts.ts';

/** USD a call for each day and name; undefined on days without a call. */
export function unitCosts(cost: DailyCosts, calls: DailyCosts): DailyCosts {
  return {
    days: cost.days,
    byName: new Map(
      [...cost.byName].map(([name, daily]) => {
        const counts = calls.byName.get(name) ?? [];
        return [
          name,
          daily.map((usd, index) => (usd === undefined || !counts[index] ? undefined : usd / counts[index])),
        ];
      })
    ),
  };
}
