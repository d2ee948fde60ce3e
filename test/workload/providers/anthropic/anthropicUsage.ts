import type { BilledUsage } from '../billedUsage.ts';

/**
 * Anthropic reports disjoint input parts (`input_tokens` is what was neither read from nor written to the cache) and an
 * output total that includes thinking.
 */
export function anthropicUsage(usage: BilledUsage): Record<string, unknown> {
  const read = usage.cacheReadTokens ?? 0;
  const write = usage.cacheWriteTokens ?? 0;
  return {
    input_tokens: usage.inputTokens - read - write,
    cache_creation_input_tokens: write,
    cache_read_input_tokens: read,
    cache_creation: {
      ephemeral_5m_input_tokens: usage.cacheWrite5mTokens ?? 0,
      ephemeral_1h_input_tokens: usage.cacheWrite1hTokens ?? 0,
    },
    output_tokens: usage.outputTokens,
    output_tokens_details:
      usage.reasoningTokens === undefined || usage.reasoningTokens === 0
        ? null
        : { thinking_tokens: usage.reasoningTokens },
    server_tool_use:
      usage.webSearches === undefined ? null : { web_search_requests: usage.webSearches, web_fetch_requests: 0 },
  };
}
