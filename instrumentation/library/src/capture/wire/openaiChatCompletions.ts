import type { FieldTree } from './fieldTree.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  prompt_tokens: '#inputTokens',
  completion_tokens: '#outputTokens',
  prompt_tokens_details: { cached_tokens: '#cacheReadTokens', cache_write_tokens: '#cacheWriteTokens' },
  completion_tokens_details: { reasoning_tokens: '#reasoningTokens' },
};
const BODY: FieldTree = {
  id: 'id',
  model: 'model',
  service_tier: 'serviceTier',
  choices: { finish_reason: 'finishReason' },
  usage: USAGE,
  error: { type: 'errorType', code: 'errorType' },
};

/** OpenAI chat completions, and the many servers that speak it. Its totals are inclusive already. */
export const openaiChatCompletions: WireFormat = {
  pathSuffix: '/chat/completions',
  operation: 'chat',
  body: BODY,
  event: BODY,
  // `"finish_reason":null` is in every event, and `"usage":null`.
  telling: ['_tokens"', '_reason":"', '_reason": "', '"error"'].map((text) => Buffer.from(text)),
  terminalEvents: [],
  usage({ inputTokens, outputTokens, cacheReadTokens, cacheWriteTokens, reasoningTokens }) {
    if (inputTokens === undefined) {
      return undefined;
    }
    return { inputTokens, outputTokens: outputTokens ?? 0, cacheReadTokens, cacheWriteTokens, reasoningTokens };
  },
};
