import type { ReportedUsage } from '../../pricing/index.ts';
import type { ResponseFields } from '../wire/responseFields.ts';

/**
 * Bedrock's counts in inclusive terms: its input leaves the cache out. What the model's own body says comes first, then
 * what Bedrock metered (headers, or the last event of a stream), which is all that some models have.
 */
export function bedrockUsage(fields: ResponseFields): ReportedUsage | undefined {
  const inputTokens = fields.inputTokens ?? fields.meteredInputTokens;
  const outputTokens = Math.max(fields.outputTokens ?? 0, fields.meteredOutputTokens ?? 0);
  if (inputTokens === undefined) {
    return undefined;
  }
  const cacheReadTokens = fields.cacheReadTokens ?? fields.meteredCacheReadTokens;
  const cacheWrite = fields.cacheWriteTokens ?? fields.meteredCacheWriteTokens;
  const lifetimes = (fields.cacheWrite5mTokens ?? 0) + (fields.cacheWrite1hTokens ?? 0);
  const cacheWriteTokens = cacheWrite ?? (lifetimes > 0 ? lifetimes : undefined);
  const isSplit = lifetimes > 0 && lifetimes === cacheWriteTokens;
  return {
    inputTokens: inputTokens + (cacheReadTokens ?? 0) + (cacheWriteTokens ?? 0),
    outputTokens,
    cacheReadTokens,
    cacheWriteTokens,
    cacheWrite5mTokens: isSplit ? fields.cacheWrite5mTokens : undefined,
    cacheWrite1hTokens: isSplit ? fields.cacheWrite1hTokens : undefined,
    reasoningTokens: fields.reasoningTokens,
  };
}
