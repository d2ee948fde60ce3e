import type { ReportedUsage } from '../../pricing/index.ts';
import type { ResponseFields } from './responseFields.ts';

/**
 * Usage in Anthropic's terms: `input_tokens` leaves the cache out, so the inclusive total is a sum. Compactions are billed
 * but in no total: where there were some, the sums over all steps stand in the totals' place.
 */
export function anthropicUsage(fields: ResponseFields): ReportedUsage | undefined {
  const { inputTokens, outputTokens = 0, cacheReadTokens, cacheWriteTokens } = fields;
  if (inputTokens === undefined) {
    return undefined;
  }
  const { compactions = 0, advisorMessages = 0, reasoningTokens, webSearches } = fields;
  const isCompacted = compactions > 0 && advisorMessages === 0;
  const total = isCompacted
    ? inclusive({
        input: Math.max(inputTokens, fields.stepInputTokens ?? 0),
        output: Math.max(outputTokens, fields.stepOutputTokens ?? 0),
        read: fields.stepCacheReadTokens ?? cacheReadTokens,
        write: fields.stepCacheWriteTokens ?? cacheWriteTokens,
        write5m: fields.stepCacheWrite5mTokens,
        write1h: fields.stepCacheWrite1hTokens,
      })
    : inclusive({
        input: inputTokens,
        output: outputTokens,
        read: cacheReadTokens,
        write: cacheWriteTokens,
        write5m: fields.cacheWrite5mTokens,
        write1h: fields.cacheWrite1hTokens,
      });
  return { ...total, reasoningTokens, webSearches };
}

interface Counts {
  readonly input: number;
  readonly output: number;
  readonly read: number | undefined;
  readonly write: number | undefined;
  readonly write5m: number | undefined;
  readonly write1h: number | undefined;
}

function inclusive({ input, output, read, write, write5m, write1h }: Counts): ReportedUsage {
  const split = (write5m ?? 0) + (write1h ?? 0);
  const cacheWriteTokens = write ?? (split > 0 ? split : undefined);
  // `message_delta` restates the total, never the split: where they have come apart only the total stands.
  const isSplit = split > 0 && split === cacheWriteTokens;
  return {
    inputTokens: input + (read ?? 0) + (cacheWriteTokens ?? 0),
    outputTokens: output,
    cacheReadTokens: read,
    cacheWriteTokens,
    cacheWrite5mTokens: isSplit ? write5m : undefined,
    cacheWrite1hTokens: isSplit ? write1h : undefined,
  };
}
