import { METRIC } from '@ai-finops/instrumentation/contract';
import { selector } from './selector.ts';

/** What may the 90 days after the newest close cost, by scenario and quantile, in all environments? Asked for now. */
export const quarterForecast = (scope: 'total' | 'provider' | 'team' | 'feature', name?: string): string =>
  `max by (scenario, quantile) (${selector(METRIC.forecast, { scope, horizon: '90d', ...(name !== undefined && { name }) })})`;
