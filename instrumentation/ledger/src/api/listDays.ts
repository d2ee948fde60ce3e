import type { z } from 'zod';
import type { DayBreakdown } from '../questions/dayBreakdown.ts';
import type { DaySums } from '../questions/daySums.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { DAY_SCHEMA } from './daySchema.ts';

export type ListedDay = z.infer<typeof DAY_SCHEMA>;
const NOTHING: DaySums = {
  costNanoUsd: 0n,
  requests: 0n,
  adjustmentNanoUsd: 0n,
  lateNanoUsd: 0n,
  lateRequests: 0n,
};

/** Every day of a range from the first booked one on, days without a call included. */
export function listDays(
  { days, sums }: DayBreakdown,
  { from, to, today, hasParts }: { from: EventDay; to: EventDay; today: EventDay; hasParts: boolean }
): ListedDay[] {
  const closed = new Set(days.filter(({ isClosed }) => isClosed).map(({ day }) => day));
  const listed: ListedDay[] = [];
  for (let day = Math.max(from, days[0]?.day ?? to + 1); day <= to; day += 1) {
    const parts = [...(sums.get(day) ?? [])].sort(([a, sumsA], [b, sumsB]) => {
      const more = restated(sumsB) - restated(sumsA);
      return more > 0n ? 1 : more < 0n || a < b ? -1 : 1;
    });
    listed.push({
      day: dayText(day),
      state: closed.has(day) ? 'closed' : day < today ? 'closing' : 'open',
      ...shown(parts.map(([, part]) => part).reduce(added, NOTHING)),
      ...(hasParts && { parts: parts.map(([name, part]) => ({ name, ...shown(part) })) }),
    });
  }
  return listed;
}

function restated({ costNanoUsd, lateNanoUsd }: DaySums): bigint {
  return costNanoUsd + lateNanoUsd;
}

function added(a: DaySums, b: DaySums): DaySums {
  return {
    costNanoUsd: a.costNanoUsd + b.costNanoUsd,
    requests: a.requests + b.requests,
    adjustmentNanoUsd: a.adjustmentNanoUsd + b.adjustmentNanoUsd,
    lateNanoUsd: a.lateNanoUsd + b.lateNanoUsd,
    lateRequests: a.lateRequests + b.lateRequests,
  };
}

function shown(sums: DaySums) {
  return {
    costNanoUsd: String(sums.costNanoUsd),
    requests: String(sums.requests),
    adjustmentNanoUsd: String(sums.adjustmentNanoUsd),
    lateNanoUsd: String(sums.lateNanoUsd),
    lateRequests: String(sums.lateRequests),
    restatedNanoUsd: String(restated(sums)),
  };
}
