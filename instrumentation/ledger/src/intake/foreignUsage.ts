import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';
import type { AttributeValue } from './readSpan.ts';
import { readCount } from './readCount.ts';
import type { RecordedUsage } from './moneyRecord.ts';
import type { Field } from './dialects/dialect.ts';

/** Providers whose own counts of input leave cached tokens out: an instrumentation may have handed them on. */
const EXCLUSIVE_WIRE: ReadonlySet<string> = new Set(['anthropic', 'aws.bedrock']);

/**
 * Usage as the conventions have it: input includes the cache. Whether what came does is told by the total where there is
 * one, else by the scope's habit, else by the provider's wire where the parts would exceed the total.
 *
 * @example input 210, cache read 4,096, written 768, output 300, total 5,374 // => input 5,074
 */
export function foreignUsage(
  of: (field: Field) => AttributeValue | undefined,
  { provider, isExclusiveScope, failed }: { provider: string; isExclusiveScope: boolean; failed: boolean }
): RecordedUsage {
  const count = (field: Field) => readCount(of(field));
  const input = count('input');
  const output = count('output');
  if (input === undefined && output === undefined) {
    return failed ? { kind: 'none' } : { kind: 'unknown', reason: 'not_reported' };
  }
  const [said, answered] = [input ?? 0, output ?? 0];
  const written = count('cacheWrite') ?? (count('cacheWrite5m') ?? 0) + (count('cacheWrite1h') ?? 0);
  const cached = (count('cacheRead') ?? 0) + written;
  const total = count('total');
  const isExclusive =
    cached > 0 &&
    (total === said + answered
      ? false
      : total === said + answered + cached || isExclusiveScope || (said < cached && EXCLUSIVE_WIRE.has(provider)));
  const usage: ReportedUsage = {
    inputTokens: isExclusive ? said + cached : said,
    outputTokens: answered,
    cacheReadTokens: count('cacheRead'),
    cacheWriteTokens: count('cacheWrite'),
    cacheWrite5mTokens: count('cacheWrite5m'),
    cacheWrite1hTokens: count('cacheWrite1h'),
    reasoningTokens: count('reasoning'),
    audioInputTokens: count('audioInput'),
    audioOutputTokens: count('audioOutput'),
  };
  return { kind: 'reported', usage, partial: false };
}
