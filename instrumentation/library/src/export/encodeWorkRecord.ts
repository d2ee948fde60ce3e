import { AttributeEncoder } from './attributeEncoder.ts';
import { ProtoWriter } from './protoWriter.ts';
import type { WorkRecord } from './workRecord.ts';

const INTERNAL = 1;

/** The OTLP `Span` message of a work record: an instant, it starts and ends at `atMs`. */
export function encodeWorkRecord({ ids, atMs, name, texts, counts, scores }: WorkRecord): Buffer {
  const span = new ProtoWriter(512);
  span.hex(1, ids.traceId);
  span.hex(2, ids.spanId);
  if (ids.parentSpanId !== undefined) {
    span.hex(4, ids.parentSpanId);
  }
  span.text(5, name);
  span.integer(6, INTERNAL);
  const at = Math.round(atMs * 1000);
  span.nanoseconds(7, at);
  span.nanoseconds(8, at);
  const attributes = new AttributeEncoder(span, 9);
  for (const [key, value] of texts) {
    if (value !== undefined) {
      attributes.uniqueText(key, value);
    }
  }
  for (const [key, value] of counts) {
    attributes.integer(key, value);
  }
  for (const [key, value] of scores) {
    attributes.decimal(key, value);
  }
  return span.bytes;
}
