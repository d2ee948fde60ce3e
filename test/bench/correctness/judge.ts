import { ATTRIBUTE, MONEY_SCOPE, SPAN_SCOPE } from '@ai-finops/instrumentation/contract';
import type { BilledUsage } from '../../workload/providers/billedUsage.ts';
import type { TruthEntry } from '../../workload/providers/truthEntry.ts';
import type { DecodedRecord } from '../../workload/sink/decodeRecords.ts';
import type { Case } from './case.ts';
import { judgeRecord } from './judgeRecord.ts';

/** An exchange in the provider's books. */
export type ProviderTruth = Omit<TruthEntry, 'provider' | 'requestId' | 'startedMs' | 'usage'> & {
  readonly provider: string;
  readonly usage?: BilledUsage;
};

const NATIVE_SCOPE = 'com.anthropic.sdk.typescript';

/** Holds everything that arrived against everything the provider booked; what is wrong, in words. */
export function judge(asked: Case, truth: readonly ProviderTruth[], spans: readonly DecodedRecord[]): string[] {
  const wrong: string[] = [];
  const exchanges = asked.exchanges ?? 1;
  const records = spans.filter(({ scope }) => scope === MONEY_SCOPE);
  const ids = new Set(records.map(({ id }) => id));
  if (truth.length !== exchanges) {
    wrong.push(`the provider booked ${truth.length} attempts, the case says ${exchanges}`);
  }
  if (ids.size !== truth.length || records.length !== ids.size) {
    wrong.push(`${truth.length} attempts, ${ids.size} records sent ${records.length} times`);
  }

  const left = new Set(records);
  const take = (matches: (record: DecodedRecord) => boolean) => {
    const found = [...left].find(matches);
    if (found) {
      left.delete(found);
    }
    return found;
  };
  const byId = truth.map((entry) => take(({ attributes }) => attributes.get(ATTRIBUTE.responseId) === entry.id));
  truth.forEach((entry, index) => {
    const record =
      byId[index] ??
      take(
        ({ attributes }) =>
          attributes.get(ATTRIBUTE.responseId) === undefined &&
          attributes.get(ATTRIBUTE.provider) === entry.provider &&
          attributes.get(ATTRIBUTE.attempt) === entry.retryCount + 1
      );
    if (record === undefined) {
      wrong.push(`no record of attempt ${entry.retryCount + 1} (${entry.status}, HTTP ${entry.httpStatus})`);
    } else {
      wrong.push(...judgeRecord(asked, entry, record));
    }
  });

  const foreign = spans.filter(({ scope }) => scope !== MONEY_SCOPE && scope !== SPAN_SCOPE);
  const priceable = foreign.filter(
    ({ attributes }) =>
      attributes.get(ATTRIBUTE.inputTokens) !== undefined && attributes.get(ATTRIBUTE.superseded) !== true
  );
  if (priceable.length > 0) {
    wrong.push(`${priceable.length} spans of ${priceable[0]?.scope} would be priced a second time`);
  }
  const native = foreign.filter(({ scope }) => scope === NATIVE_SCOPE).length;
  if (asked.nativeSpans !== undefined && native !== asked.nativeSpans) {
    wrong.push(`${native} spans of the SDK's own, not ${asked.nativeSpans}`);
  }
  return wrong;
}
