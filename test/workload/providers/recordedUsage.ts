import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';
import type { DecodedRecord } from '../sink/decodeRecords.ts';

const COUNTS = {
  inputTokens: ATTRIBUTE.inputTokens,
  outputTokens: ATTRIBUTE.outputTokens,
  cacheReadTokens: ATTRIBUTE.cacheReadTokens,
  cacheWriteTokens: ATTRIBUTE.cacheWriteTokens,
  cacheWrite5mTokens: ATTRIBUTE.cacheWrite5mTokens,
  cacheWrite1hTokens: ATTRIBUTE.cacheWrite1hTokens,
  reasoningTokens: ATTRIBUTE.reasoningTokens,
  audioInputTokens: ATTRIBUTE.audioInputTokens,
  audioCacheReadTokens: ATTRIBUTE.audioCacheReadTokens,
  audioOutputTokens: ATTRIBUTE.audioOutputTokens,
  imageInputTokens: ATTRIBUTE.imageInputTokens,
  imageOutputTokens: ATTRIBUTE.imageOutputTokens,
  webSearches: ATTRIBUTE.webSearches,
} as const;

/** The counts of a record, those that are not 0; undefined where it has none. */
export function recordedUsage({ attributes }: DecodedRecord): ReportedUsage | undefined {
  const counts = Object.entries(COUNTS).map(([name, key]) => [name, attributes.get(key)] as const);
  const there = counts.filter(([name, count]) => (typeof count === 'number' && count > 0) || /^(in|out)put/.test(name));
  return attributes.get(ATTRIBUTE.inputTokens) === undefined
    ? undefined
    : (Object.fromEntries(there) as unknown as ReportedUsage);
}
