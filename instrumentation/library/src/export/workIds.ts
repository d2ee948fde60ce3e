import { context, isSpanContextValid, trace } from '@opentelemetry/api';
import { randomIds } from './randomIds.ts';
import type { SpanIds } from './spanIds.ts';

/**
 * The ids of a work record. With `identity`, what makes it this record and no other, they are the same each time, so that
 * the ledger takes it once; without, they are random, in the active trace where there is one.
 */
export function workIds(identity: readonly string[] | undefined): SpanIds {
  if (identity !== undefined) {
    const digest = process
      .getBuiltinModule('node:crypto')
      .createHash('sha256')
      .update(JSON.stringify(identity))
      .digest('hex');
    return { traceId: digest.slice(0, 32), spanId: digest.slice(32, 48), parentSpanId: undefined };
  }
  const ids = randomIds();
  const parent = trace.getSpanContext(context.active());
  return parent !== undefined && isSpanContextValid(parent)
    ? { traceId: parent.traceId, spanId: ids.spanId, parentSpanId: parent.spanId }
    : { ...ids, parentSpanId: undefined };
}
