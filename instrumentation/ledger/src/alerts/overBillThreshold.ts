import { METRIC } from '@ai-finops/instrumentation/contract';
import type { BILL_THRESHOLDS } from '../analysis/billThresholds.ts';
import { overThreshold } from './overThreshold.ts';

/** PromQL: of a query by provider, what is above the provider's own threshold, or, where it has none, above that of all. */
export function overBillThreshold(query: string, name: (typeof BILL_THRESHOLDS)[number]): string {
  const own = `max by (provider) (${METRIC.providerThreshold}{name="${name}"})`;
  return `(${query} > on (provider) group_left () ${own}
or (${query} unless on (provider) ${own}) ${overThreshold(name)})`;
}
