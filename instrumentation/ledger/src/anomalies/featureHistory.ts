import type { DailyUse } from '../analysis/anomaly/dailyUse.ts';
import type { FeatureDay } from '../store/anomalyBooks.ts';
import type { EventDay } from '../store/eventDay.ts';

/** A feature's days in one environment, from its first day on without a gap. */
export interface FeatureHistory {
  readonly feature: string;
  readonly environment: string;
  /** Whose most of its latest cost is: a feature that changes hands stays one feature. */
  readonly team: string;
  readonly firstDay: EventDay;
  readonly series: DailyUse;
}

/**
 * Histories of all features that could stand out: those whose day once cost the gate or more.
 *
 * @param through last day; a feature without calls since has zeros
 * @param gate nano-USD
 */
export function featureHistories(days: readonly FeatureDay[], through: EventDay, gate: number): FeatureHistory[] {
  const byFeature = Map.groupBy(days, ({ feature, environment }) => `${feature}\n${environment}`);
  return [...byFeature.values()].flatMap((own) => {
    const firstDay = Math.min(...own.map(({ day }) => day));
    const cost = Array<number>(through - firstDay + 1).fill(0);
    const calls = [...cost];
    for (const { day, costNanoUsd, calls: made } of own) {
      const index = day - firstDay;
      cost[index] = (cost[index] ?? 0) + Number(costNanoUsd);
      calls[index] = (calls[index] ?? 0) + made;
    }
    const latest = own.reduce((a, b) => (b.day > a.day || (b.day === a.day && b.costNanoUsd > a.costNanoUsd) ? b : a));
    const { feature, environment, team } = latest;
    return Math.max(...cost) < gate ? [] : [{ feature, environment, team, firstDay, series: { cost, calls } }];
  });
}
