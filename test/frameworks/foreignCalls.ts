import { ATTRIBUTE, SPAN_SCOPE } from '@ai-finops/instrumentation/contract';
import type { DecodedRecord } from '../workload/sink/decodeRecords.ts';

const LEAVES = ['chat', 'generate_content', 'text_completion', 'embeddings'];

/** Spans of frameworks and SDKs that stand for one model call: what a ledger would price, were they not marked. */
export function foreignCalls(spans: readonly DecodedRecord[]): readonly DecodedRecord[] {
  return spans.filter(
    ({ scope, attributes }) => scope !== SPAN_SCOPE && LEAVES.includes(String(attributes.get(ATTRIBUTE.operation)))
  );
}
