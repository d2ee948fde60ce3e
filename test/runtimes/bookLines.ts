import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import type { TruthEntry } from '../workload/providers/truthEntry.ts';
import type { DecodedRecord } from '../workload/sink/decodeRecords.ts';

const TOKENS = [
  [ATTRIBUTE.inputTokens, 'inputTokens'],
  [ATTRIBUTE.outputTokens, 'outputTokens'],
  [ATTRIBUTE.cacheReadTokens, 'cacheReadTokens'],
  [ATTRIBUTE.cacheWriteTokens, 'cacheWriteTokens'],
  [ATTRIBUTE.cacheWrite5mTokens, 'cacheWrite5mTokens'],
  [ATTRIBUTE.cacheWrite1hTokens, 'cacheWrite1hTokens'],
  [ATTRIBUTE.reasoningTokens, 'reasoningTokens'],
] as const;

const line = (...parts: readonly unknown[]) => parts.join(' ');

/** What the provider has booked, a line an exchange, in an order of its own. */
export function truthLines(truth: readonly TruthEntry[]): string[] {
  return truth
    .map(({ id, provider, requestModel, httpStatus, retryCount, usage }) => {
      const tokens = TOKENS.map(([, field]) => usage?.[field] ?? 0);
      return line(usage ? id : 'refused', provider, requestModel, httpStatus, retryCount + 1, tokens.join('/'));
    })
    .toSorted();
}

/** The same of our records: equal line by line where every exchange has exactly one, with the provider's own counts. */
export function recordLines(records: Iterable<DecodedRecord>, isRequestUnread = false): string[] {
  return [...records]
    .map(({ attributes: of }) => {
      const unknown = of.get(ATTRIBUTE.usageUnknown);
      const tokens = unknown ?? TOKENS.map(([name]) => of.get(name) ?? 0).join('/');
      const id = of.get(ATTRIBUTE.responseId) ?? 'refused';
      const { provider, requestModel, httpStatus, attempt } = ATTRIBUTE;
      const asked = isRequestUnread ? '-' : of.get(requestModel);
      return line(id, of.get(provider), asked, of.get(httpStatus), of.get(attempt), tokens);
    })
    .toSorted();
}
