import { USAGE_UNKNOWN_REASONS, type CallStatus } from '@ai-finops/instrumentation/contract';
import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';
import type { RecordedUsage } from './moneyRecord.ts';
import { readCount } from './readCount.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { SLOT } from './wantedAttributes.ts';

/**
 * Reads the usage attributes. A count of the wrong type stays in as NaN: pricing then calls the whole usage invalid
 * instead of dropping a part of the bill.
 */
export function recordedUsage(attributes: SpanAttributes, status: CallStatus): RecordedUsage {
  const unknown = attributes.at(SLOT.usageUnknown);
  if (unknown !== undefined) {
    return { kind: 'unknown', reason: USAGE_UNKNOWN_REASONS.find((reason) => reason === unknown) ?? 'other' };
  }
  const inputTokens = readCount(attributes.at(SLOT.inputTokens));
  const outputTokens = readCount(attributes.at(SLOT.outputTokens));
  const usage: ReportedUsage = {
    // One total without the other is whole for embeddings (no output); parts above an absent total are invalid.
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    cacheReadTokens: readCount(attributes.at(SLOT.cacheReadTokens)),
    cacheWriteTokens: readCount(attributes.at(SLOT.cacheWriteTokens)),
    cacheWrite5mTokens: readCount(attributes.at(SLOT.cacheWrite5mTokens)),
    cacheWrite1hTokens: readCount(attributes.at(SLOT.cacheWrite1hTokens)),
    reasoningTokens: readCount(attributes.at(SLOT.reasoningTokens)),
    audioInputTokens: readCount(attributes.at(SLOT.audioInputTokens)),
    audioCacheReadTokens: readCount(attributes.at(SLOT.audioCacheReadTokens)),
    audioOutputTokens: readCount(attributes.at(SLOT.audioOutputTokens)),
    imageInputTokens: readCount(attributes.at(SLOT.imageInputTokens)),
    imageCacheReadTokens: readCount(attributes.at(SLOT.imageCacheReadTokens)),
    imageOutputTokens: readCount(attributes.at(SLOT.imageOutputTokens)),
    webSearches: readCount(attributes.at(SLOT.webSearches)),
    fileSearches: readCount(attributes.at(SLOT.fileSearches)),
  };
  if (inputTokens === undefined && outputTokens === undefined) {
    const { inputTokens: _input, outputTokens: _output, ...parts } = usage;
    const isNothingReported = Object.values(parts).every((part) => part === undefined);
    if (isNothingReported && (status === 'error' || status === 'refused')) {
      return { kind: 'none' };
    }
    if (isNothingReported) {
      return { kind: 'unknown', reason: 'not_reported' };
    }
  }
  return { kind: 'reported', usage, partial: attributes.at(SLOT.usagePartial) === true };
}
