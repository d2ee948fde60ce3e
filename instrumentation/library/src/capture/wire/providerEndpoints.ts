import type { ProviderEndpoint } from './providerEndpoint.ts';

/** The providers' own endpoints; configuration adds more. */
export const PROVIDER_ENDPOINTS: readonly ProviderEndpoint[] = [
  { provider: 'openai', host: 'api.openai.com', pathPrefix: '' },
  { provider: 'openai', host: 'eu.api.openai.com', pathPrefix: '' },
  { provider: 'openai', host: 'us.api.openai.com', pathPrefix: '' },
  { provider: 'anthropic', host: 'api.anthropic.com', pathPrefix: '' },
];
