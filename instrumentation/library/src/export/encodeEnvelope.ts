import { MONEY_SCOPE, type WORK_SCOPE } from '../contract/index.ts';
import { AttributeEncoder } from './attributeEncoder.ts';
import { delimited } from './delimited.ts';
import { ProtoWriter } from './protoWriter.ts';

/** Wraps encoded `ScopeSpans.spans` fields into an `ExportTraceServiceRequest`. */
export type Envelope = (spans: Uint8Array) => Buffer;

/** Encodes once what every request repeats: the resource and the scope of the records. */
export function encodeEnvelope(
  resource: ReadonlyMap<string, string>,
  libraryVersion: string,
  scopeName: typeof MONEY_SCOPE | typeof WORK_SCOPE = MONEY_SCOPE
): Envelope {
  const resourceBytes = new ProtoWriter();
  const attributes = new AttributeEncoder(resourceBytes, 1);
  for (const [key, value] of resource) {
    attributes.uniqueText(key, value);
  }
  const scope = new ProtoWriter();
  scope.text(1, scopeName);
  scope.text(2, libraryVersion);

  return (spans) => {
    // Lengths first, so that the spans are copied once.
    const scopeSpans = delimited(scope.length) + spans.length;
    const resourceSpans = delimited(resourceBytes.length) + delimited(scopeSpans);
    const request = new ProtoWriter(delimited(resourceSpans) + 32);
    request.head(1, resourceSpans);
    request.messageOf(1, resourceBytes);
    request.head(2, scopeSpans);
    request.messageOf(1, scope);
    request.raw(spans);
    return request.bytes;
  };
}
