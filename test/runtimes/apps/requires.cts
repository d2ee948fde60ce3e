import { flush, instrument, withAttribution, type InstrumentOptions } from '@ai-finops/instrumentation';
import { METRIC } from '@ai-finops/instrumentation/contract';
import { expressAttribution } from '@ai-finops/instrumentation/middleware';
import { createPriceBook, type RateCard } from '@ai-finops/instrumentation/pricing';
import '@ai-finops/instrumentation/register';

/* A service of CommonJS modules in TypeScript: compiled, never run. */
const options: InstrumentOptions = { feature: 'search' };
instrument(options);
export const isDelivered: Promise<boolean> = withAttribution({ tenant: 'acme' }, () => flush());
export const card: RateCard['kind'] | 'unpriced' = createPriceBook().resolve({
  provider: 'openai',
  model: 'gpt-5.1',
  atMs: 0,
}).kind;
export const served = [METRIC, expressAttribution] as const;
// @ts-expect-error: a feature is a text
instrument({ feature: 1 });
