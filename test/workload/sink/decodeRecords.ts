import protobuf from 'protobufjs';

const { root } = protobuf.parse(`
  syntax = "proto3";
  message Value { oneof value { string text = 1; bool flag = 2; int64 integer = 3; } }
  message KeyValue { string key = 1; Value value = 2; }
  message Status { int32 code = 3; }
  message Span { bytes trace = 1; bytes span = 2; repeated KeyValue attributes = 9; Status status = 15; }
  message Scope { string name = 1; }
  message ScopeSpans { Scope scope = 1; repeated Span spans = 2; }
  message Resource { repeated KeyValue attributes = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scopeSpans = 2; }
  message Request { repeated ResourceSpans resourceSpans = 1; }
`);

type Attributes = readonly { key: string; value: { text?: string; flag?: boolean; integer?: number } }[];

interface Decoded {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: Attributes };
    readonly scopeSpans: readonly {
      readonly scope: { readonly name: string };
      readonly spans: readonly { trace: string; span: string; attributes: Attributes; status?: { code: number } }[];
    }[];
  }[];
}

export interface DecodedRecord {
  /** Trace and span id, hexadecimal. */
  readonly id: string;
  readonly scope: string;
  readonly statusCode: number | undefined;
  /** Of the resource and the span together. */
  readonly attributes: ReadonlyMap<string, string | boolean | number | undefined>;
}

/** Reads an OTLP trace request by a schema and a library of its own, independent of the encoder under test. */
export function decodeRecords(body: Uint8Array): DecodedRecord[] {
  const type = root.lookupType('Request');
  const { resourceSpans } = type.toObject(type.decode(body), { longs: Number, bytes: String, arrays: true }) as Decoded;
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ scope, spans }) =>
      spans.map((span) => ({
        id: [span.trace, span.span].map((id) => Buffer.from(id, 'base64').toString('hex')).join(''),
        scope: scope.name,
        statusCode: span.status?.code,
        attributes: new Map(
          [...resource.attributes, ...span.attributes].map(({ key, value }) => [
            key,
            value.text ?? value.integer ?? value.flag,
          ])
        ),
      }))
    )
  );
}
