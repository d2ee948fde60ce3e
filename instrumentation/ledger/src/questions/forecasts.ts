import type { DatabaseSync } from 'node:sqlite';
import { forecastDaily, type Forecast } from '../analysis/forecast/forecastDaily.ts';
import type { NoForecast } from '../analysis/forecast/readHistory.ts';
import { dayText } from '../store/dayText.ts';
import { costHistory, FORECAST_SCOPES, type ForecastScope } from './costHistory.ts';
import { keptForecasts, type RecordedForecast } from './keptForecasts.ts';

export interface ScopeForecast {
  readonly scope: ForecastScope;
  readonly name: string;
  readonly forecast: Forecast | NoForecast;
  /** Closed days of the calendar month that the forecast starts in, USD. */
  readonly monthToDateUsd: number;
  /** The newest that was kept. */
  readonly lastKept: RecordedForecast | undefined;
}

export type ForecastLimits = Readonly<Record<ForecastScope, number>>;

const RECENT_DAYS = 28;

/** Forecasts of the total and of the dearest names of the last four weeks, dearest first, up to a limit a scope. */
export function forecasts(database: DatabaseSync, limits: ForecastLimits): ScopeForecast[] {
  return FORECAST_SCOPES.flatMap((scope) => {
    const { throughDay = 0, series } = costHistory(database, scope);
    const month = dayText(throughDay + 1).slice(0, 7);
    return [...series]
      .map(([name, days]) => ({ name, days, recent: sum(days.slice(-RECENT_DAYS)) }))
      .sort((a, b) => b.recent - a.recent || (a.name < b.name ? -1 : 1))
      .slice(0, limits[scope])
      .map(({ name, days }) => ({
        scope,
        name,
        forecast: forecastDaily(days, throughDay + 1),
        monthToDateUsd: sum(days.filter(({ day }) => dayText(day).startsWith(month))),
        lastKept: keptForecasts(database, scope, name, 1)[0],
      }));
  });
}

function sum(days: readonly { readonly usd: number }[]): number {
  return days.reduce((total, { usd }) => total + usd, 0);
}
