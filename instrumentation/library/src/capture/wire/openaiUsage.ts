import type { ReportedUsage } from '../../pricing/index.ts';
import type { ResponseFields } from './responseFields.ts';

/**
 * Usage in OpenAI's terms, which are inclusive already. Some that speak its formats (xAI) count reasoning beside the output:
 * their total tells, being the sum of all three.
 */
export function openaiUsage(fields: ResponseFields): ReportedUsage | undefined {
  const { inputTokens, totalTokens, reasoningTokens = 0, webSearchCalls, pageVisits = 0 } = fields;
  if (inputTokens === undefined) {
    return undefined;
  }
  const outputTokens = fields.outputTokens ?? 0;
  const isReasoningApart = reasoningTokens > 0 && totalTokens === inputTokens + outputTokens + reasoningTokens;
  const byLifetime = (fields.cacheWrite30mTokens ?? 0) + (fields.cacheWrite12hTokens ?? 0);
  return {
    inputTokens,
    outputTokens: isReasoningApart ? outputTokens + reasoningTokens : outputTokens,
    cacheReadTokens: fields.cacheReadTokens,
    cacheWriteTokens: fields.cacheWriteTokens ?? (byLifetime > 0 ? byLifetime : undefined),
    reasoningTokens: fields.reasoningTokens,
    // Most models have none: their absence spares the record eight zeros.
    audioInputTokens: fields.audioInputTokens || undefined,
    audioOutputTokens: fields.audioOutputTokens || undefined,
    imageInputTokens: fields.imageInputTokens || undefined,
    imageOutputTokens: fields.imageOutputTokens || undefined,
    webSearches:
      fields.webSearches ?? (webSearchCalls === undefined ? undefined : Math.max(0, webSearchCalls - pageVisits)),
    fileSearches: fields.fileSearches,
  };
}
