import { LIST_ATTRIBUTE } from './listAttribute.ts';
import { ProtobufReader } from './protobufReader.ts';
import { readAnyValue } from './readAnyValue.ts';
import type { Attributes, AttributeValue, ReadSpan, SpanSink } from './readSpan.ts';
import { readResource } from './readResource.ts';
import { wantedName } from './wantedName.ts';

const NONE: Buffer = Buffer.alloc(0);

/**
 * Reads an `ExportTraceServiceRequest`. Field order is the sender's choice: resource and scope are read before the
 * spans they describe even where they stand behind them.
 *
 * @throws MalformedBody
 */
export function readProtobufTraces(body: Buffer, sink: SpanSink): void {
  const request = new ProtobufReader(body);
  while (request.next()) {
    if (request.field === 1) {
      readResourceSpans(request.message(), sink);
    }
  }
}

// Read twice instead of remembering where the parts are: a hostile body has tens of millions of them.

function readResourceSpans(message: ProtobufReader, sink: SpanSink): void {
  const scopes = message.again();
  const resource = readResource(message, readAttribute);
  while (scopes.next()) {
    if (scopes.field === 2) {
      readScopeSpans(scopes.message(), resource, sink);
    }
  }
}

function readScopeSpans(message: ProtobufReader, resource: Attributes, sink: SpanSink): void {
  const spans = message.again();
  let name = '';
  let count = 0;
  while (message.next()) {
    if (message.field === 1) {
      const scope = message.message();
      while (scope.next()) {
        if (scope.field === 1) {
          name = scope.string();
        }
      }
    } else if (message.field === 2) {
      count += 1;
    }
  }
  const take = sink.takerOf(name);
  if (take === undefined) {
    sink.passedOver(name, count);
    return;
  }
  while (spans.next()) {
    if (spans.field === 2) {
      readSpan(spans.message(), resource, take);
    }
  }
}

function readSpan(message: ProtobufReader, resource: Attributes, take: (span: ReadSpan) => void): void {
  const attributes = new Map<string, AttributeValue>();
  const span = { traceId: NONE, spanId: NONE, parentSpanId: NONE, startNs: 0n, endNs: 0n, failed: false };
  while (message.next()) {
    switch (message.field) {
      case 1:
        span.traceId = message.bytes();
        break;
      case 2:
        span.spanId = message.bytes();
        break;
      case 4:
        span.parentSpanId = message.bytes();
        break;
      case 7:
        span.startNs = message.fixed64();
        break;
      case 8:
        span.endNs = message.fixed64();
        break;
      case 9:
        readAttribute(message, attributes);
        break;
      case 15:
        span.failed = readStatusIsError(message.message());
        break;
    }
  }
  take({ ...span, attributes, resource });
}

function readStatusIsError(status: ProtobufReader): boolean {
  let code = 0;
  while (status.next()) {
    if (status.field === 3) {
      code = status.varint();
    }
  }
  return code === 2;
}

function readAttribute(reader: ProtobufReader, into: Map<string, AttributeValue>): void {
  let name: string | undefined;
  let value: AttributeValue = null;
  let late: ProtobufReader | undefined;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.field === 1) {
      name = reader.lookUp(wantedName);
    } else if (reader.field === 2 && name !== undefined) {
      const keyValue = reader.enter();
      value = readAnyValue(reader, name === LIST_ATTRIBUTE);
      reader.leave(keyValue);
      late = undefined;
    } else if (reader.field === 2) {
      // Not wanted, or its name stands behind it.
      late = reader.message();
    }
  }
  reader.leave(outer);
  if (name !== undefined) {
    into.set(name, late ? readAnyValue(late, name === LIST_ATTRIBUTE) : value);
  }
}
