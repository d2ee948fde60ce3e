import type { FieldTree } from './fieldTree.ts';
import type { WireFormat } from './wireFormat.ts';

const RESPONSE: FieldTree = {
  id: 'id',
  model: 'model',
  service_tier: 'serviceTier',
  error: { code: 'errorType' },
  usage: {
    input_tokens: '#inputTokens',
    output_tokens: '#outputTokens',
    input_tokens_details: { cached_tokens: '#cacheReadTokens', cache_write_tokens: '#cacheWriteTokens' },
    output_tokens_details: { reasoning_tokens: '#reasoningTokens' },
  },
  tool_usage: { web_search: { num_requests: '#webSearches' } },
};

/** OpenAI responses. Its totals are inclusive already; in a stream the last event repeats the whole response, with usage. */
export const openaiResponses: WireFormat = {
  pathSuffix: '/responses',
  operation: 'chat',
  body: { ...RESPONSE, status: 'finishReason' },
  event: { type: 'eventType', code: 'errorType', response: RESPONSE },
  telling: ['_tokens"', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: ['response.completed', 'response.incomplete', 'response.failed'],
  usage({ inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, reasoningTokens, webSearches }) {
    if (inputTokens === undefined) {
      return undefined;
    }
    return {
      inputTokens,
      outputTokens: outputTokens ?? 0,
      cacheReadTokens,
      cacheWriteTokens,
      reasoningTokens,
      webSearches,
    };
  },
};
