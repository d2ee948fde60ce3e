import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';
import { createHash } from 'node:crypto';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { TokenPoint } from '../intake/tokenPoint.ts';

/** Long contexts cost more from here on, and a count of many calls says nothing of one: no part of it passes this. */
const MOST_AT_ONCE = 200_000;
/** So that one point cannot fill the books. */
const MAX_PARTS = 1_000;

const USAGE: Readonly<Record<TokenPoint['kind'], (tokens: number) => ReportedUsage>> = {
  input: (inputTokens) => ({ inputTokens, outputTokens: 0 }),
  output: (outputTokens) => ({ inputTokens: 0, outputTokens }),
  cacheRead: (tokens) => ({ inputTokens: tokens, outputTokens: 0, cacheReadTokens: tokens }),
  cacheCreation: (tokens) => ({ inputTokens: tokens, outputTokens: 0, cacheWriteTokens: tokens }),
};

/**
 * Tokens that a metric counted, as what is booked: in parts no larger than a call without long context; undefined where
 * there are too many to be true. The same point makes the same keys.
 */
export function tokenRecords(point: TokenPoint, tokens: number): MoneyRecord[] | undefined {
  const parts = Math.ceil(tokens / MOST_AT_ONCE);
  if (parts > MAX_PARTS) {
    return undefined;
  }
  return Array.from({ length: parts }, (_, part) => ({
    key: createHash('sha256').update(point.series).update(`${point.timeUs} ${part}`).digest().subarray(0, 24),
    parentSpanId: null,
    startUs: point.timeUs,
    durationUs: 0,
    dimensions: point.dimensions,
    tenant: point.tenant,
    requestPath: point.metric,
    task: point.task,
    status: 'ok',
    attempt: 1,
    errorType: '',
    stopReason: '',
    usage: {
      kind: 'reported',
      usage: USAGE[point.kind](Math.min(tokens - part * MOST_AT_ONCE, MOST_AT_ONCE)),
      partial: false,
    },
    providerCost: undefined,
    estimateNanoUsd: undefined,
  }));
}
