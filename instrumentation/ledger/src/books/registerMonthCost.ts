import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { eventDay } from '../store/eventDay.ts';
import type { MonthBooks } from './monthBooks.ts';
import { registerExactMetric } from './registerExactMetric.ts';
import { usdText } from './usdText.ts';

/**
 * Puts the month's cost on a registry, under the names that budgets have.
 *
 * @param totalName what the budget for all of it is named
 */
export function registerMonthCost(
  registry: Registry,
  books: MonthBooks,
  totalName: () => string,
  now: () => number
): void {
  registerExactMetric(registry, {
    name: METRIC.monthCost,
    help: 'Cost of the AI calls of the current calendar month (UTC) so far, USD, today and what came late included.',
    type: 'gauge',
    values: () =>
      [...books.cost(eventDay(now()))].map(({ values: [scope = '', name = ''], sum }) => ({
        labels: { scope, name: scope === 'total' ? totalName() : name },
        value: Number(usdText(sum)),
      })),
  });
}
