import type { Charge } from './charge.ts';

const TOKEN_TYPES: Partial<Record<Charge['component'], string>> = {
  input: 'uncached_input_tokens',
  output: 'output_tokens',
  cache_read: 'cache_read_input_tokens',
  cache_write_5m: 'cache_creation.ephemeral_5m_input_tokens',
  cache_write_1h: 'cache_creation.ephemeral_1h_input_tokens',
};

/** What Anthropic calls the parts of a charge; a fee has no token type. */
export function anthropicWords({ component, model, tier, account, apiKey }: Charge) {
  const tokenType = TOKEN_TYPES[component] ?? null;
  return {
    workspace_id: account,
    api_key_id: apiKey,
    model,
    service_tier: tokenType === null ? null : tier === 'default' ? 'standard' : tier,
    cost_type: tokenType === null ? component : 'tokens',
    token_type: tokenType,
    context_window: tokenType === null ? null : '0-200k',
    inference_geo: tokenType === null ? null : 'global',
  };
}
