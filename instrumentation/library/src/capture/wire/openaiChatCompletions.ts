import type { FieldTree } from './fieldTree.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  prompt_tokens: '#inputTokens',
  completion_tokens: '#outputTokens',
  total_tokens: '#totalTokens',
  prompt_tokens_details: {
    cached_tokens: '#cacheReadTokens',
    cache_write_tokens: '#cacheWriteTokens',
    cache_write_tokens_details: { ttl_30m_tokens: '#cacheWrite30mTokens', ttl_12h_tokens: '#cacheWrite12hTokens' },
    audio_tokens: '#audioInputTokens',
  },
  completion_tokens_details: { reasoning_tokens: '#reasoningTokens', audio_tokens: '#audioOutputTokens' },
  cost: { '': '$cost', total_cost: '$cost' },
  cost_in_usd_ticks: '#costTicks',
  // DeepSeek's name of it, and Moonshot's.
  prompt_cache_hit_tokens: '#cacheReadTokens',
  cached_tokens: '#cacheReadTokens',
};
const BODY: FieldTree = {
  id: 'id',
  model: 'model',
  service_tier: 'serviceTier',
  // Moonshot's streams have the usage of a choice in its last chunk.
  choices: { finish_reason: 'finishReason', usage: USAGE },
  usage: USAGE,
  // Groq's streams.
  x_groq: { usage: USAGE },
  error: { type: 'errorType', code: 'errorType' },
};

/** OpenAI chat completions, and the many servers that speak it. */
export const openaiChatCompletions: WireFormat = {
  pathSuffix: '/chat/completions',
  operation: 'chat',
  body: BODY,
  event: BODY,
  // `"finish_reason":null` is in every event, and `"usage":null`.
  telling: ['_tokens"', '_reason":"', '_reason": "', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: [],
  usage: openaiUsage,
};
