import { MONEY_SCOPE, type WORK_SCOPE } from '../contract/index.ts';
import { AttributeEncoder } from './attributeEncoder.ts';
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
    const scopeSpans = new ProtoWriter(spans.length + 256);
    scopeSpans.message(1, scope.bytes);
    scopeSpans.raw(spans);
    const resourceSpans = new ProtoWriter(scopeSpans.length + resourceBytes.length + 64);
    resourceSpans.message(1, resourceBytes.bytes);
    resourceSpans.message(2, scopeSpans.bytes);
    const request = new ProtoWriter(resourceSpans.length + 16);
    request.message(1, resourceSpans.bytes);
    return request.bytes;
  };
}
