import type { DatabaseSync } from 'node:sqlite';
import type { KeptForecast } from '../analysis/forecast/scoreForecast.ts';
import type { ForecastScope } from './costHistory.ts';

/** The kind of record that forecasts are kept as: one a name, each week's a new version. */
export const FORECAST_RECORDS = 'forecasts';

export const forecastId = (scope: ForecastScope, name: string): string => `${scope}:${name}`;

export interface RecordedForecast {
  readonly version: number;
  readonly atMs: number;
  readonly kept: KeptForecast;
}

/** Two years of weeks. */
const MOST = 104;

/** Earlier forecasts of one name as they were made, latest first. */
export function keptForecasts(
  database: DatabaseSync,
  scope: ForecastScope,
  name: string,
  limit = MOST
): RecordedForecast[] {
  return database
    .prepare('SELECT version, at_ms, content FROM record WHERE kind = ? AND id = ? ORDER BY version DESC LIMIT ?')
    .all(FORECAST_RECORDS, forecastId(scope, name), limit)
    .map((row) => ({
      version: Number(row['version']),
      atMs: Number(row['at_ms']),
      kept: JSON.parse(String(row['content'])) as KeptForecast,
    }));
}
