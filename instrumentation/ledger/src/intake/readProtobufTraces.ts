import { LIST_ATTRIBUTE } from './listAttribute.ts';
import { ProtobufReader } from './protobufReader.ts';
import { readAnyValue } from './readAnyValue.ts';
import { readPlainAttribute } from './readPlainAttribute.ts';
import type { AttributeValue, ReadSpan, SpanSink } from './readSpan.ts';
import { readResource } from './readResource.ts';
import { SpanAttributes } from './spanAttributes.ts';
import { wantedAttributes } from './wantedAttributes.ts';
import { wantedSlot } from './wantedSlot.ts';

const LIST_SLOT = wantedAttributes.get(LIST_ATTRIBUTE);
/** Of the span that is being read. */
const attributes = new SpanAttributes();

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
  const resource = new SpanAttributes();
  readResource(message, (fields) => readAttribute(fields, resource));
  while (scopes.next()) {
    if (scopes.field === 2) {
      readScopeSpans(scopes.message(), resource, sink);
    }
  }
}

function readScopeSpans(message: ProtobufReader, resource: SpanAttributes, sink: SpanSink): void {
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

function readSpan(message: ProtobufReader, resource: SpanAttributes, take: (span: ReadSpan) => void): void {
  attributes.clear();
  const key = Buffer.allocUnsafe(24);
  let hasTraceId = false;
  let hasSpanId = false;
  let parentSpanId: Buffer | null = null;
  let startUs = 0;
  let endUs = 0;
  let failed = false;
  while (message.next()) {
    switch (message.field) {
      case 1:
        hasTraceId = message.id(key, 0, 16);
        break;
      case 2:
        hasSpanId = message.id(key, 16, 8);
        break;
      case 4: {
        const id = Buffer.allocUnsafe(8);
        parentSpanId = message.id(id, 0, 8) ? id : null;
        break;
      }
      case 7:
        startUs = message.micros();
        break;
      case 8:
        endUs = message.micros();
        break;
      case 9:
        readAttribute(message, attributes);
        break;
      case 15:
        failed = readStatusIsError(message.message());
        break;
    }
  }
  take({
    key: hasTraceId && hasSpanId ? key : undefined,
    parentSpanId,
    startUs,
    endUs,
    failed,
    attributes,
    resource,
  });
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

function readAttribute(reader: ProtobufReader, into: SpanAttributes): void {
  if (reader.plain(readPlainAttribute, into)) {
    return;
  }
  let slot = -1;
  let value: AttributeValue = null;
  let late: ProtobufReader | undefined;
  const outer = reader.enter();
  while (reader.next()) {
    if (reader.field === 1) {
      slot = reader.lookUp(wantedSlot);
    } else if (reader.field === 2 && slot !== -1) {
      const keyValue = reader.enter();
      value = readAnyValue(reader, slot === LIST_SLOT);
      reader.leave(keyValue);
      late = undefined;
    } else if (reader.field === 2) {
      // Not wanted, or its name stands behind it.
      late = reader.message();
    }
  }
  reader.leave(outer);
  if (slot !== -1) {
    into.set(slot, late ? readAnyValue(late, slot === LIST_SLOT) : value);
  }
}
