import { TOKEN_TYPES } from './tokenType.ts';

/**
 * What a call is billed by: token types (quantity in tokens) and fees (quantity in uses).
 * - `web_search`, `file_search`: searches the provider ran
 * - `request`: the call itself, where a provider charges for it (Perplexity)
 * - `provider_total`: a cost the provider reported as one sum and nobody can divide (OpenRouter); one a call
 */
export const COMPONENTS = [...TOKEN_TYPES, 'web_search', 'file_search', 'request', 'provider_total'] as const;

export type Component = (typeof COMPONENTS)[number];
