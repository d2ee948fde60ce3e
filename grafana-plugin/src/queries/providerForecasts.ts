import { METRIC } from '@ai-finops/instrumentation/contract';
import { selector } from './selector.ts';

/** What may the 30 days after the newest close cost at each provider, at usage as it is, by quantile? Asked for now. */
export const providerForecasts = (): string =>
  `max by (name, quantile) (${selector(METRIC.forecast, { scope: 'provider', scenario: 'expected', horizon: '30d' })})`;
