import { forecastDaily, intervalOf } from '@ai-finops/ledger/analysis';
import type { Method } from './method.ts';

export const WINDOWS = [
  { from: 1, through: 30 },
  { from: 31, through: 90 },
] as const;

/** One series, one window: shares, not percent. */
export interface Score {
  readonly ape: number;
  /** How far the sum over the window is off. */
  readonly sumError: number;
  readonly within80: number;
  readonly within95: number;
}

const DAYS = 90;

/** How a method that saw `series` without its last 90 days does on them, by window. */
export function score(method: Method, series: readonly number[]): Score[] {
  const history = series.slice(0, -DAYS);
  const { usd, low, high } = method(history, DAYS);
  return WINDOWS.map(({ from, through }) => {
    const days = Array.from({ length: through - from + 1 }, (_, index) => from - 1 + index);
    const actual = (day: number) => series[history.length + day] ?? NaN;
    const mean = (of: (day: number) => number) => days.reduce((sum, day) => sum + of(day), 0) / days.length;
    const within = (level: 80 | 95) =>
      mean((day) => Number(actual(day) >= (low[level][day] ?? NaN) && actual(day) <= (high[level][day] ?? NaN)));
    return {
      ape: mean((day) => Math.abs((usd[day] ?? NaN) - actual(day)) / actual(day)),
      sumError: Math.abs(mean((day) => usd[day] ?? NaN) / mean(actual) - 1),
      within80: within(80),
      within95: within(95),
    };
  });
}

/** Whether our interval for the whole window's cost held, by window: what budgets rest on. */
export function sumHeld(series: readonly number[]): { readonly held80: boolean; readonly held95: boolean }[] {
  const history = series.slice(0, -DAYS).map((usd, day) => ({ day, usd }));
  const forecast = forecastDaily(history, history.length, DAYS);
  return WINDOWS.map(({ from, through }) => {
    const actual = series.slice(history.length + from - 1, history.length + through).reduce((sum, usd) => sum + usd, 0);
    if (forecast.state !== 'ready') {
      return { held80: false, held95: false };
    }
    const { bounds } = intervalOf(forecast.path, from - 1, through);
    const held = (level: 80 | 95) => actual >= bounds[level].low && actual <= bounds[level].high;
    return { held80: held(80), held95: held(95) };
  });
}
