import type { DailyCost } from './dailyCost.ts';

/** A forecast as it was kept: each day's median and bounds, USD. */
export interface KeptForecast {
  /** UTC day of the first value, whole days since the epoch. */
  readonly firstDay: number;
  readonly usd: readonly number[];
  readonly low80: readonly number[];
  readonly high80: readonly number[];
  readonly low95: readonly number[];
  readonly high95: readonly number[];
}

/** How it did on the days that have come. Shares, not percent. */
export interface ForecastScore {
  readonly days: number;
  /** Σ |forecast - actual| / Σ actual; null where nothing was spent. A mean of daily percentages breaks on idle days. */
  readonly error: number | null;
  /** What the days cost together against the forecast: .05 is 5 % more than it said. */
  readonly sumError: number | null;
  readonly within80: number;
  readonly within95: number;
}

/**
 * Scores a kept forecast against what came; undefined before its first day closed.
 *
 * @param actual closed days; a day it does not have is not judged
 */
export function scoreForecast(kept: KeptForecast, actual: readonly DailyCost[]): ForecastScore | undefined {
  const byDay = new Map(actual.map(({ day, usd }) => [day, usd]));
  const judged = kept.usd.flatMap((usd, index) => {
    const came = byDay.get(kept.firstDay + index);
    const is = (low: readonly number[], high: readonly number[]) =>
      Number(came !== undefined && came >= (low[index] ?? NaN) && came <= (high[index] ?? NaN));
    return came === undefined
      ? []
      : [{ usd, came, in80: is(kept.low80, kept.high80), in95: is(kept.low95, kept.high95) }];
  });
  if (judged.length === 0) {
    return undefined;
  }
  const sum = (of: (day: (typeof judged)[number]) => number) => judged.reduce((total, day) => total + of(day), 0);
  const came = sum((day) => day.came);
  const forecast = sum((day) => day.usd);
  return {
    days: judged.length,
    error: came > 0 ? sum((day) => Math.abs(day.usd - day.came)) / came : null,
    sumError: forecast > 0 ? came / forecast - 1 : null,
    within80: sum((day) => day.in80) / judged.length,
    within95: sum((day) => day.in95) / judged.length,
  };
}
