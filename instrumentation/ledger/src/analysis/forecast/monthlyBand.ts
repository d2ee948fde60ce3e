import { applyAssumptions, type Assumptions } from './applyAssumptions.ts';
import type { DailyCost } from './dailyCost.ts';
import { dayName } from './dayName.ts';
import { ensemble } from './ensemble.ts';
import { projectProfile } from './projectProfile.ts';
import { readHistory, type NoForecast } from './readHistory.ts';
import { weekdayProfile } from './weekdayProfile.ts';

/** One calendar month (UTC, `YYYY-MM`), USD. */
export interface BandMonth {
  readonly month: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const MOST_DAYS = 400;
const MONTHS = 12;

/**
 * The twelve months after this one as a band of three stories: the level stays, the trend fades (the forecast), the trend
 * goes on. It is no interval: from 90 days of history nothing is honest a year ahead (docs/forecast.md).
 */
export function monthlyBand(
  rows: readonly DailyCost[],
  today: number,
  assumptions: Assumptions = { usage: 1, price: 1, mix: 1, effects: [] }
): { readonly state: 'ready'; readonly months: readonly BandMonth[] } | NoForecast {
  const history = readHistory(rows, today);
  if (history.state !== 'ready') {
    return history;
  }
  const { logs, offset } = history;
  const firstDay = history.firstDay + logs.length;
  const profile = weekdayProfile(logs);
  const stories = [
    ensemble(logs, MOST_DAYS),
    projectProfile(profile, MOST_DAYS, 0),
    projectProfile(profile, MOST_DAYS, 1),
  ];
  const [middle = [], ...others] = stories.map((story) => {
    const usd = story.map((log) => Math.max(0, Math.exp(log) - offset));
    return applyAssumptions({ firstDay, usd, spreads: [] }, assumptions).usd;
  });

  const thisMonth = dayName(today).slice(0, 7);
  const byMonth = new Map<string, number[]>();
  for (let index = 0; index < MOST_DAYS; index += 1) {
    const month = dayName(firstDay + index).slice(0, 7);
    if (month > thisMonth && (byMonth.has(month) || byMonth.size <= MONTHS)) {
      byMonth.set(month, [...(byMonth.get(month) ?? []), index]);
    }
  }
  const months = [...byMonth].slice(0, MONTHS).map(([month, days]) => {
    const sum = (usd: readonly number[]) => days.reduce((total, index) => total + (usd[index] ?? 0), 0);
    const sums = [middle, ...others].map(sum);
    return { month, low: Math.min(...sums), middle: sum(middle), high: Math.max(...sums) };
  });
  return { state: 'ready', months };
}
