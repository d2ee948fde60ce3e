import { ROOT_CONTEXT, trace, type Context } from '@opentelemetry/api';
import { ATTRIBUTE } from '../contract/index.ts';

/** Operations whose spans carry the usage of one model call. */
const LEAF_OPERATIONS: ReadonlySet<unknown> = new Set(['chat', 'generate_content', 'text_completion', 'embeddings']);

/**
 * Marks the GenAI span that an SDK or framework has open around this call: its usage is in our record, and must not be
 * priced again. Agent and workflow spans are left alone: they are sums over calls, which nobody prices.
 */
export function markSuperseded(active: Context): void {
  const span = active === ROOT_CONTEXT ? undefined : trace.getSpan(active);
  if (span === undefined || !span.isRecording() || !('attributes' in span)) {
    return;
  }
  const attributes: unknown = span.attributes;
  if (typeof attributes !== 'object' || attributes === null) {
    return;
  }
  const names = attributes as Readonly<Record<string, unknown>>;
  const operation = names[ATTRIBUTE.operation];
  const isGenAi =
    operation === undefined
      ? names[ATTRIBUTE.provider] !== undefined ||
        names['gen_ai.system'] !== undefined ||
        names['openinference.span.kind'] === 'LLM'
      : LEAF_OPERATIONS.has(operation);
  if (isGenAi) {
    span.setAttribute(ATTRIBUTE.superseded, true);
  }
}
