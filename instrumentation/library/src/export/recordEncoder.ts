import type { CapturedCall } from '../capture/index.ts';
import { AttributeEncoder } from './attributeEncoder.ts';
import { callName } from './callName.ts';
import type { CostEstimate } from './costEstimate.ts';
import { describeCall } from './describeCall.ts';
import { ProtoWriter } from './protoWriter.ts';
import type { SpanIds } from './spanIds.ts';

const CLIENT = 3;
/** `Span.status` of code 2. */
const ERROR = Buffer.from([(15 << 3) | 2, 2, (3 << 3) | 0, 2]);

/** Encodes money records as OTLP spans, each at once, into bytes that are overwritten by the next. */
export class RecordEncoder {
  readonly #span = new ProtoWriter();
  readonly #attributes = new AttributeEncoder(this.#span, 9);

  /** The `Span` message: a view, valid until the next call. */
  encode(call: CapturedCall, ids: SpanIds, cost: CostEstimate | undefined): Buffer {
    const span = this.#span;
    span.clear();
    span.hex(1, ids.traceId);
    span.hex(2, ids.spanId);
    if (ids.parentSpanId !== undefined) {
      span.hex(4, ids.parentSpanId);
    }
    span.text(5, callName(call));
    span.integer(6, CLIENT);
    // From ms with fractions, exact to the microsecond.
    span.nanoseconds(7, Math.round(call.startMs * 1000));
    span.nanoseconds(8, Math.round(call.endMs * 1000));
    describeCall(call, cost, this.#attributes);
    if (call.status === 'error' || call.status === 'refused') {
      span.raw(ERROR);
    }
    return span.bytes;
  }
}
