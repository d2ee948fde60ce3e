import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import type { ScopeForecast } from '../questions/forecasts.ts';
import { forecastSeries } from './forecastSeries.ts';

/** Puts the newest forecasts on a registry. */
export function registerForecast(
  registry: Registry,
  current: () => readonly ScopeForecast[],
  totalName: () => string
): void {
  registerExactMetric(registry, {
    name: METRIC.forecast,
    help: 'What a scope is forecast to cost, USD; the quantile of what may come.',
    type: 'gauge',
    values: () => forecastSeries(current(), totalName()).map(({ labels, value }) => ({ labels: { ...labels }, value })),
  });
}
