import type { CapturedCall } from '../capture/index.ts';
import { AttributeEncoder } from './attributeEncoder.ts';
import { callName } from './callName.ts';
import type { CostEstimate } from './costEstimate.ts';
import { describeCall } from './describeCall.ts';
import { ProtoWriter } from './protoWriter.ts';
import type { SpanIds } from './spanIds.ts';

const CLIENT = 3;
const STATUS_ERROR = 2;

/** Encodes money records as OTLP spans, each at once, into bytes that are overwritten by the next. */
export class RecordEncoder {
  readonly #span = new ProtoWriter();
  readonly #status = new ProtoWriter(16);
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
    span.fixed64(7, nanoseconds(call.startMs));
    span.fixed64(8, nanoseconds(call.endMs));
    describeCall(call, cost, this.#attributes);
    if (call.status === 'error' || call.status === 'refused') {
      this.#status.clear();
      this.#status.integer(3, STATUS_ERROR);
      span.message(15, this.#status.bytes);
    }
    return span.bytes;
  }
}

/** From ms with fractions, exact to the microsecond. */
function nanoseconds(ms: number): bigint {
  return BigInt(Math.round(ms * 1000)) * 1000n;
}
