import type { Quota } from '../ownership/quota.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';

export interface QuotaPeriod {
  readonly from: EventDay;
  readonly through: EventDay;
  /** Its first moment no more, ms since the epoch. */
  readonly untilMs: number;
}

/** The UTC day or calendar month (UTC) around a moment. */
export function quotaPeriod(period: Quota['period'], nowMs: number): QuotaPeriod {
  const now = new Date(nowMs);
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const [first, end] =
    period === 'day'
      ? [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)]
      : [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)];
  return { from: eventDay(first), through: eventDay(end) - 1, untilMs: end };
}
