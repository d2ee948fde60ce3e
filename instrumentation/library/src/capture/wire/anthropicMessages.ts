import { anthropicUsage } from './anthropicUsage.ts';
import type { FieldTree } from './fieldTree.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  input_tokens: '#inputTokens',
  output_tokens: '#outputTokens',
  cache_read_input_tokens: '#cacheReadTokens',
  cache_creation_input_tokens: '#cacheWriteTokens',
  cache_creation: {
    ephemeral_5m_input_tokens: '#cacheWrite5mTokens',
    ephemeral_1h_input_tokens: '#cacheWrite1hTokens',
  },
  output_tokens_details: { thinking_tokens: '#reasoningTokens' },
  server_tool_use: { web_search_requests: '#webSearches' },
  service_tier: 'serviceTier',
  speed: 'speed',
  inference_geo: 'inferenceGeo',
  cost: '$cost',
  iterations: {
    type: '?compaction=compactions advisor_message=advisorMessages',
    input_tokens: '#+stepInputTokens',
    output_tokens: '#+stepOutputTokens',
    cache_read_input_tokens: '#+stepCacheReadTokens',
    cache_creation_input_tokens: '#+stepCacheWriteTokens',
    cache_creation: {
      ephemeral_5m_input_tokens: '#+stepCacheWrite5mTokens',
      ephemeral_1h_input_tokens: '#+stepCacheWrite1hTokens',
    },
  },
};
const MESSAGE: FieldTree = { id: 'id', model: 'model', stop_reason: 'finishReason', usage: USAGE };

/**
 * Anthropic messages. `input_tokens` leaves the cache out, so the inclusive total is a sum. In a stream
 * `message_start` brings input and cache, `message_delta` the cumulative output.
 */
export const anthropicMessages: WireFormat = {
  pathSuffix: '/v1/messages',
  operation: 'chat',
  body: { ...MESSAGE, error: { type: 'errorType' } },
  event: {
    type: 'eventType',
    message: MESSAGE,
    delta: { stop_reason: 'finishReason' },
    usage: USAGE,
    error: { type: 'errorType' },
  },
  telling: ['_tokens"', 'message_stop', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: ['message_stop'],
  usage: anthropicUsage,
  // An advisor is another model, at another price: what it used cannot be part of this call's usage.
  isPartial: ({ advisorMessages = 0 }) => advisorMessages > 0,
};
