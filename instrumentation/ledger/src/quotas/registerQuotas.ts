import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import { usdText } from '../books/usdText.ts';
import type { QuotaState } from './quotaState.ts';

/** Puts what is spent of quotas on a registry. */
export function registerQuotas(registry: Registry, last: () => readonly QuotaState[]): void {
  registerExactMetric(registry, {
    name: METRIC.quotaSpent,
    help: 'What the calls of the current UTC day or calendar month (UTC) cost, where there is a quota for it, USD.',
    type: 'gauge',
    values: () => {
      const spends = last().map(({ scope, name, period, spentNanoUsd }) => ({
        labels: { scope, name, period },
        value: Number(usdText(spentNanoUsd)),
      }));
      // A soft and a hard one are about the same money.
      return [...new Map(spends.map((one) => [JSON.stringify(one.labels), one])).values()];
    },
  });
}
