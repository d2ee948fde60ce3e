import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import type { ScopeForecast } from '../questions/forecasts.ts';
import { type BudgetOf, budgetEnds } from './budgetEnds.ts';
import { forecastSeries } from './forecastSeries.ts';

/** Puts the newest forecasts, when budgets run out by them, and how the last ones did on a registry. */
export function registerForecast(
  registry: Registry,
  current: () => readonly ScopeForecast[],
  totalName: () => string,
  budgetOf: BudgetOf
): void {
  registerExactMetric(registry, {
    name: METRIC.forecast,
    help: 'What a scope is forecast to cost, USD; the quantile of what may come.',
    type: 'gauge',
    values: () => forecastSeries(current(), totalName()).map(({ labels, value }) => ({ labels: { ...labels }, value })),
  });
  registerExactMetric(registry, {
    name: METRIC.budgetRunsOut,
    help: 'The day a budget runs out on by the forecast, its start, Unix seconds.',
    type: 'gauge',
    values: () =>
      budgetEnds(current(), budgetOf, totalName()).map(({ labels, value }) => ({ labels: { ...labels }, value })),
  });
  registerExactMetric(registry, {
    name: METRIC.forecastOutside,
    help: 'Share of closed days outside the 95 % bounds of the newest kept forecast with a week of them.',
    type: 'gauge',
    values: () =>
      current().flatMap(({ scope, name, outsideShare }) =>
        outsideShare === undefined
          ? []
          : [{ labels: { scope, name: scope === 'total' ? totalName() : name }, value: outsideShare }]
      ),
  });
}
