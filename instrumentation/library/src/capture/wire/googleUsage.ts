import type { ReportedUsage } from '../../pricing/index.ts';
import type { ResponseFields } from './responseFields.ts';

/**
 * Google's counts in inclusive terms. `promptTokenCount` includes what was cached, but not what tools put into the prompt;
 * `candidatesTokenCount` leaves out the thoughts. Counts of 0 are left out on the wire.
 */
export function googleUsage(fields: ResponseFields): ReportedUsage | undefined {
  const { inputTokens, outputTokens = 0, reasoningTokens, toolUseTokens = 0 } = fields;
  if (inputTokens === undefined) {
    return undefined;
  }
  return {
    inputTokens: inputTokens + toolUseTokens,
    outputTokens: outputTokens + (reasoningTokens ?? 0),
    cacheReadTokens: fields.cacheReadTokens,
    reasoningTokens,
    audioInputTokens: fields.audioInputTokens,
    audioCacheReadTokens: fields.audioCacheReadTokens,
    audioOutputTokens: fields.audioOutputTokens,
    imageInputTokens: fields.imageInputTokens,
    imageCacheReadTokens: fields.imageCacheReadTokens,
    imageOutputTokens: fields.imageOutputTokens,
    webSearches: searches(fields),
  };
}

/** Up to Gemini 2 a prompt that was grounded is billed once, from Gemini 3 on every different query. */
function searches({ searchQueries, model, pathModel }: ResponseFields): number | undefined {
  const queries = searchQueries?.size ?? 0;
  if (queries === 0) {
    return undefined;
  }
  const generation = Number(/gemini-(\d+)/.exec(model ?? pathModel ?? '')?.[1] ?? 0);
  return generation >= 3 ? queries : 1;
}
