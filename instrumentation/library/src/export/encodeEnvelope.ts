import { MONEY_SCOPE, type WORK_SCOPE } from '../contract/index.ts';
import { AttributeEncoder } from './attributeEncoder.ts';
import { delimited } from './delimited.ts';
import { ProtoWriter } from './protoWriter.ts';

/** What stands in an `ExportTraceServiceRequest` before so many bytes of encoded `ScopeSpans.spans`, which end it. */
export type Envelope = (spansLength: number) => Buffer;

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

  return (spansLength) => {
    const scopeSpans = delimited(scope.length) + spansLength;
    const resourceSpans = delimited(resourceBytes.length) + delimited(scopeSpans);
    const head = new ProtoWriter(resourceBytes.length + scope.length + 64);
    head.lengthOf(1, resourceSpans);
    head.messageOf(1, resourceBytes);
    head.lengthOf(2, scopeSpans);
    head.messageOf(1, scope);
    return head.bytes;
  };
}
