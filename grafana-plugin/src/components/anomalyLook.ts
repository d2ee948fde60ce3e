import type { Choice } from '../choice/choice.ts';
import type { Anomaly } from '../data/anomaly.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { isoDay } from '../queries/isoDay.ts';

/** What Attribution shows of an anomaly: its feature, the days since it began against as many before. */
export function anomalyLook(
  { feature, since }: Pick<Anomaly, 'feature' | 'since'>,
  lastClosedDay: number
): Partial<Pick<Choice, 'filters' | 'period' | 'against'>> {
  const first = Date.parse(`${since}T00:00:00Z`);
  const days = Math.max(1, Math.round((lastClosedDay - first) / DAY_MS) + 1);
  return {
    filters: [{ label: 'feature', values: [feature] }],
    ...(first <= lastClosedDay && {
      period: { from: isoDay(first), to: isoDay(lastClosedDay) },
      against: { from: isoDay(first - days * DAY_MS), to: isoDay(first - DAY_MS) },
    }),
  };
}
