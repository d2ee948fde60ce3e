import { ATTRIBUTE, USAGE_UNKNOWN_REASONS, type CallStatus } from '@ai-finops/instrumentation/contract';
import type { RecordedUsage } from './moneyRecord.ts';
import { readCount } from './readCount.ts';
import type { Attributes } from './readSpan.ts';

/**
 * Reads the usage attributes. A count of the wrong type stays in as NaN: pricing then calls the whole usage invalid
 * instead of dropping a part of the bill.
 */
export function recordedUsage(attributes: Attributes, status: CallStatus): RecordedUsage {
  const unknown = attributes.get(ATTRIBUTE.usageUnknown);
  if (unknown !== undefined) {
    return { kind: 'unknown', reason: USAGE_UNKNOWN_REASONS.find((reason) => reason === unknown) ?? 'other' };
  }
  const inputTokens = readCount(attributes.get(ATTRIBUTE.inputTokens));
  const outputTokens = readCount(attributes.get(ATTRIBUTE.outputTokens));
  const parts = {
    cacheReadTokens: readCount(attributes.get(ATTRIBUTE.cacheReadTokens)),
    cacheWriteTokens: readCount(attributes.get(ATTRIBUTE.cacheWriteTokens)),
    cacheWrite5mTokens: readCount(attributes.get(ATTRIBUTE.cacheWrite5mTokens)),
    cacheWrite1hTokens: readCount(attributes.get(ATTRIBUTE.cacheWrite1hTokens)),
    reasoningTokens: readCount(attributes.get(ATTRIBUTE.reasoningTokens)),
    audioInputTokens: readCount(attributes.get(ATTRIBUTE.audioInputTokens)),
    audioCacheReadTokens: readCount(attributes.get(ATTRIBUTE.audioCacheReadTokens)),
    audioOutputTokens: readCount(attributes.get(ATTRIBUTE.audioOutputTokens)),
    imageInputTokens: readCount(attributes.get(ATTRIBUTE.imageInputTokens)),
    imageCacheReadTokens: readCount(attributes.get(ATTRIBUTE.imageCacheReadTokens)),
    imageOutputTokens: readCount(attributes.get(ATTRIBUTE.imageOutputTokens)),
    webSearches: readCount(attributes.get(ATTRIBUTE.webSearches)),
    fileSearches: readCount(attributes.get(ATTRIBUTE.fileSearches)),
  };
  if (inputTokens === undefined && outputTokens === undefined) {
    const nothingReported = Object.values(parts).every((part) => part === undefined);
    if (nothingReported && (status === 'error' || status === 'refused')) {
      return { kind: 'none' };
    }
    if (nothingReported) {
      return { kind: 'unknown', reason: 'not_reported' };
    }
  }
  return {
    kind: 'reported',
    // One total without the other is whole for embeddings (no output); parts above an absent total are invalid.
    usage: { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0, ...parts },
    partial: attributes.get(ATTRIBUTE.usagePartial) === true,
  };
}
