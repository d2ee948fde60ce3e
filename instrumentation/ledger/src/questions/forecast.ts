import type { DatabaseSync } from 'node:sqlite';
import { forecastDaily, type Forecast } from '../analysis/forecast/forecastDaily.ts';
import { monthlyBand, type BandMonth } from '../analysis/forecast/monthlyBand.ts';
import type { NoForecast } from '../analysis/forecast/readHistory.ts';
import { scoreForecast, type ForecastScore } from '../analysis/forecast/scoreForecast.ts';
import { costHistory, type ForecastScope } from './costHistory.ts';
import { keptForecasts, type RecordedForecast } from './keptForecasts.ts';

export interface NamedForecast {
  readonly forecast: Forecast | NoForecast;
  /** The twelve months after this one; empty without a forecast. */
  readonly months: readonly BandMonth[];
  /** What was forecast earlier, latest first, and how it did so far. */
  readonly kept: readonly (RecordedForecast & { readonly score: ForecastScore | undefined })[];
}

/** The forecast of one name as of the newest close, and how earlier ones did. */
export function forecast(
  database: DatabaseSync,
  { scope, name }: { readonly scope: ForecastScope; readonly name: string }
): NamedForecast {
  const { throughDay = 0, series } = costHistory(database, scope, name);
  const days = series.get(name) ?? [];
  const band = monthlyBand(days, throughDay + 1);
  return {
    forecast: forecastDaily(days, throughDay + 1),
    months: band.state === 'ready' ? band.months : [],
    kept: keptForecasts(database, scope, name).map((one) => ({ ...one, score: scoreForecast(one.kept, days) })),
  };
}
