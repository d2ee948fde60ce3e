import type { FieldTree } from './fieldTree.ts';
import { openaiChatCompletions } from './openaiChatCompletions.ts';
import { openaiUsage } from './openaiUsage.ts';
import type { WireFormat } from './wireFormat.ts';

const USAGE: FieldTree = {
  prompt_tokens: '#inputTokens',
  completion_tokens: '#outputTokens',
  reasoning_tokens: '#reasoningTokens',
  citation_tokens: '#citationTokens',
  num_search_queries: '#webSearches',
  cost: { total_cost: '$cost' },
};
const BODY: FieldTree = { ...openaiChatCompletions.body, usage: USAGE };

/** Perplexity's chat completions: reasoning and citations stand beside the output, in no total. */
export const perplexityChatCompletions: WireFormat = {
  ...openaiChatCompletions,
  providers: ['perplexity'],
  body: BODY,
  event: BODY,
  usage(fields) {
    const usage = openaiUsage(fields);
    const { reasoningTokens = 0, citationTokens = 0 } = fields;
    return usage && { ...usage, outputTokens: usage.outputTokens + reasoningTokens + citationTokens };
  },
};
