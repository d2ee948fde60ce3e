import { VisualizationSuggestionScore, type VisualizationSuggestionsSupplier } from '@grafana/data';
import { looksDaily } from '../frames/looksDaily.ts';
import type { ForecastOptions } from './forecastOptions.ts';

/** What a forecast needs at least. */
const LEAST_DAYS = 14;

/** Offered for two weeks of days or more. */
export const suggestForecast: VisualizationSuggestionsSupplier<ForecastOptions> = ({ rawFrames }) =>
  looksDaily(rawFrames, LEAST_DAYS)
    ? [{ name: 'Forecast of the sum', score: VisualizationSuggestionScore.OK }]
    : undefined;
