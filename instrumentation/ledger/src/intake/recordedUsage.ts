import { ATTRIBUTE, USAGE_UNKNOWN_REASONS, type CallStatus } from '@ai-finops/instrumentation/contract';
import type { RecordedUsage } from './moneyRecord.ts';
import type { Attributes, AttributeValue } from './readSpan.ts';

/** No model reads or writes as much in one call; more is a mistake or an attack, and would overflow the books. */
const MAX_COUNT = 100_000_000;

/**
 * Reads the usage attributes. A count of the wrong type stays in as NaN: pricing then calls the whole usage invalid
 * instead of dropping a part of the bill.
 */
export function recordedUsage(attributes: Attributes, status: CallStatus): RecordedUsage {
  const unknown = attributes.get(ATTRIBUTE.usageUnknown);
  if (unknown !== undefined) {
    return { kind: 'unknown', reason: USAGE_UNKNOWN_REASONS.find((reason) => reason === unknown) ?? 'other' };
  }
  const inputTokens = count(attributes.get(ATTRIBUTE.inputTokens));
  const outputTokens = count(attributes.get(ATTRIBUTE.outputTokens));
  const parts = {
    cacheReadTokens: count(attributes.get(ATTRIBUTE.cacheReadTokens)),
    cacheWriteTokens: count(attributes.get(ATTRIBUTE.cacheWriteTokens)),
    cacheWrite5mTokens: count(attributes.get(ATTRIBUTE.cacheWrite5mTokens)),
    cacheWrite1hTokens: count(attributes.get(ATTRIBUTE.cacheWrite1hTokens)),
    reasoningTokens: count(attributes.get(ATTRIBUTE.reasoningTokens)),
    audioInputTokens: count(attributes.get(ATTRIBUTE.audioInputTokens)),
    audioCacheReadTokens: count(attributes.get(ATTRIBUTE.audioCacheReadTokens)),
    audioOutputTokens: count(attributes.get(ATTRIBUTE.audioOutputTokens)),
    imageInputTokens: count(attributes.get(ATTRIBUTE.imageInputTokens)),
    imageCacheReadTokens: count(attributes.get(ATTRIBUTE.imageCacheReadTokens)),
    imageOutputTokens: count(attributes.get(ATTRIBUTE.imageOutputTokens)),
    webSearches: count(attributes.get(ATTRIBUTE.webSearches)),
    fileSearches: count(attributes.get(ATTRIBUTE.fileSearches)),
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

function count(value: AttributeValue | undefined): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number <= MAX_COUNT ? number : NaN;
}
