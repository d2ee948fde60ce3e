import type { FieldTree } from './fieldTree.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const RESPONSE: FieldTree = {
  id: 'id',
  model: 'model',
  service_tier: 'serviceTier',
  error: { code: 'errorType' },
  usage: {
    input_tokens: '#inputTokens',
    output_tokens: '#outputTokens',
    total_tokens: '#totalTokens',
    input_tokens_details: {
      cached_tokens: '#cacheReadTokens',
      cache_write_tokens: '#cacheWriteTokens',
      cache_write_tokens_details: { ttl_30m_tokens: '#cacheWrite30mTokens', ttl_12h_tokens: '#cacheWrite12hTokens' },
    },
    output_tokens_details: { reasoning_tokens: '#reasoningTokens' },
    cost: { '': '$cost', total_cost: '$cost' },
    cost_in_usd_ticks: '#costTicks',
  },
  tool_usage: { web_search: { num_requests: '#webSearches' } },
  // Where the response does not say what it bills: searches are billed, opening a page or searching in it is not.
  output: {
    type: '?web_search_call=webSearchCalls file_search_call=fileSearches',
    action: { type: '?open_page=pageVisits find_in_page=pageVisits find=pageVisits' },
  },
};

/** OpenAI responses. In a stream the last event repeats the whole response, with usage. */
export const openaiResponses: WireFormat = {
  pathSuffix: '/responses',
  operation: 'chat',
  body: { ...RESPONSE, status: 'finishReason' },
  event: { type: 'eventType', code: 'errorType', response: RESPONSE },
  telling: ['_tokens"', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: ['response.completed', 'response.incomplete', 'response.failed'],
  usage: openaiUsage,
};
