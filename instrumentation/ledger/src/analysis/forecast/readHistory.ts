import { median } from '../statistics/median.ts';
import type { DailyCost } from './dailyCost.ts';
import { dayName } from './dayName.ts';
import { steady } from './steady.ts';

/** Why there is no number: a word for programs, a sentence for people. */
export interface NoForecast {
  readonly state: 'no_history' | 'too_short' | 'gaps' | 'stopped';
  readonly reason: string;
}

export interface History {
  readonly state: 'ready';
  readonly firstDay: number;
  /** ln(USD + offset) of each day from `firstDay`, NaN where there is no row. */
  readonly raw: readonly number[];
  /** The same with one-off days pulled in and missing days as usual for their weekday. */
  readonly logs: readonly number[];
  /** Keeps the logarithm of a day without spend finite, USD. */
  readonly offset: number;
  /** Days without a row, filled in. */
  readonly gaps: number;
  /** Days whose adjustments made them negative, taken as 0. */
  readonly negatives: number;
}

/** Two weeks: below, a weekday was seen once and growth cannot be told from rhythm. */
const LEAST_DAYS = 14;
const STOPPED_AFTER_DAYS = 14;
const MOST_DAYS = 400;
const RECENT_DAYS = 56;

/**
 * Makes daily costs ready to forecast from, or says in words why they are not.
 *
 * @param rows closed days in any order; days from `today` on are left out
 * @param today UTC day, whole days since the epoch
 */
export function readHistory(rows: readonly DailyCost[], today: number): History | NoForecast {
  const byDay = new Map<number, number>();
  for (const { day, usd } of rows) {
    if (day < today && day >= today - MOST_DAYS) {
      byDay.set(day, (byDay.get(day) ?? 0) + usd);
    }
  }
  const spent = [...byDay].filter(([, usd]) => usd > 0).map(([day]) => day);
  if (spent.length === 0) {
    return {
      state: 'no_history',
      reason: 'No closed day with spend yet: the forecast starts two weeks after the first.',
    };
  }
  const firstDay = Math.min(...spent);
  const lastSpent = Math.max(...spent);
  if (today - 1 - lastSpent >= STOPPED_AFTER_DAYS) {
    const days = today - 1 - lastSpent;
    return {
      state: 'stopped',
      reason: `No spend for ${days} days, the last on ${dayName(lastSpent)}: nothing to project.`,
    };
  }
  const lastDay = Math.max(...byDay.keys());
  const length = lastDay - firstDay + 1;
  if (length < LEAST_DAYS) {
    const more = LEAST_DAYS - length;
    return {
      state: 'too_short',
      reason: `${length} closed ${length === 1 ? 'day' : 'days'} of history; a forecast needs ${LEAST_DAYS}: ${more} more.`,
    };
  }
  const recent = Math.min(RECENT_DAYS, length);
  const missing = countMissing(byDay, lastDay - recent + 1, lastDay);
  if (missing * 3 > recent) {
    return {
      state: 'gaps',
      reason: `${missing} of the last ${recent} days have no closed books: close or restore them first.`,
    };
  }

  const known = Array.from({ length }, (_, index) => byDay.get(firstDay + index));
  const offset = 0.02 * median([...byDay.values()].filter((usd) => usd > 0));
  const raw = known.map((usd) => (usd === undefined ? NaN : Math.log(Math.max(usd, 0) + offset)));
  return {
    state: 'ready',
    firstDay,
    raw,
    logs: steady(raw),
    offset,
    gaps: countMissing(byDay, firstDay, lastDay),
    negatives: known.filter((usd) => usd !== undefined && usd < 0).length,
  };
}

function countMissing(byDay: ReadonlyMap<number, number>, from: number, to: number): number {
  let missing = 0;
  for (let day = from; day <= to; day += 1) {
    missing += byDay.has(day) ? 0 : 1;
  }
  return missing;
}
