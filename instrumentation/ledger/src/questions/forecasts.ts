import type { DatabaseSync } from 'node:sqlite';
import type { DailyCost } from '../analysis/forecast/dailyCost.ts';
import { forecastDaily, type Forecast } from '../analysis/forecast/forecastDaily.ts';
import type { NoForecast } from '../analysis/forecast/readHistory.ts';
import { scoreForecast } from '../analysis/forecast/scoreForecast.ts';
import { costHistory, FORECAST_SCOPES, type ForecastScope } from './costHistory.ts';
import { keptForecasts, type RecordedForecast } from './keptForecasts.ts';
import { monthText } from '../store/monthText.ts';

export interface ScopeForecast {
  readonly scope: ForecastScope;
  readonly name: string;
  readonly forecast: Forecast | NoForecast;
  /** Closed days of the calendar month that the forecast starts in, USD. */
  readonly monthToDateUsd: number;
  /** The newest that was kept. */
  readonly lastKept: RecordedForecast | undefined;
  /** Of the newest kept one with a week of closed days: share of them outside its 95 % bounds. */
  readonly outsideShare: number | undefined;
}

export type ForecastLimits = Readonly<Record<ForecastScope, number>>;

const RECENT_DAYS = 28;
/** Fewer days say nothing about a share of them. */
const LEAST_JUDGED = 7;

/** Forecasts of the total and of the dearest names of the last four weeks, dearest first, up to a limit a scope. */
export function forecasts(database: DatabaseSync, limits: ForecastLimits): ScopeForecast[] {
  return FORECAST_SCOPES.flatMap((scope) => {
    const { throughDay = 0, series } = costHistory(database, scope);
    const month = monthText(throughDay + 1);
    return [...series]
      .map(([name, days]) => ({ name, days, recent: sum(days.slice(-RECENT_DAYS)) }))
      .sort((a, b) => b.recent - a.recent || (a.name < b.name ? -1 : 1))
      .slice(0, limits[scope])
      .map(({ name, days }) => {
        // This week's is too young to be judged, last week's is not.
        const kept = keptForecasts(database, scope, name, 2);
        return {
          scope,
          name,
          forecast: forecastDaily(days, throughDay + 1),
          monthToDateUsd: sum(days.filter(({ day }) => monthText(day) === month)),
          lastKept: kept[0],
          outsideShare: outsideShare(kept, days),
        };
      });
  });
}

function outsideShare(kept: readonly RecordedForecast[], days: readonly DailyCost[]): number | undefined {
  const scores = kept.flatMap((one) => scoreForecast(one.kept, days) ?? []);
  const judged = scores.find((score) => score.days >= LEAST_JUDGED);
  return judged && 1 - judged.within95;
}

function sum(days: readonly { readonly usd: number }[]): number {
  return days.reduce((total, { usd }) => total + usd, 0);
}
