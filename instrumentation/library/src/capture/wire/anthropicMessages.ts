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
  usage(fields) {
    const { inputTokens, outputTokens, cacheReadTokens, cacheWrite5mTokens, cacheWrite1hTokens } = fields;
    if (inputTokens === undefined) {
      return undefined;
    }
    const split = (cacheWrite5mTokens ?? 0) + (cacheWrite1hTokens ?? 0);
    const cacheWriteTokens = fields.cacheWriteTokens ?? (split > 0 ? split : undefined);
    // `message_delta` restates the total, never the split: where they have come apart only the total stands.
    const isSplit = split > 0 && split === cacheWriteTokens;
    return {
      inputTokens: inputTokens + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0),
      outputTokens: outputTokens ?? 0,
      cacheReadTokens,
      cacheWriteTokens,
      cacheWrite5mTokens: isSplit ? cacheWrite5mTokens : undefined,
      cacheWrite1hTokens: isSplit ? cacheWrite1hTokens : undefined,
      reasoningTokens: fields.reasoningTokens,
      webSearches: fields.webSearches,
    };
  },
};
