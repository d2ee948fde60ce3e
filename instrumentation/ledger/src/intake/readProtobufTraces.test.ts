import { ATTRIBUTE, MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { MalformedBody } from './malformedBody.ts';
import { otlpTraces } from './otlpTraces.fixture.ts';
import { protobufField } from './protobufField.ts';
import { readJsonTraces } from './readJsonTraces.ts';
import { readProtobufTraces } from './readProtobufTraces.ts';
import type { ReadSpan, SpanSink } from './readSpan.ts';
import { valuesOf } from './spanAttributes.fixture.ts';
import { spanKey } from './spanKey.ts';
import { traceRequest } from './traceRequest.fixture.ts';
import { wantedAttributes } from './wantedAttributes.ts';

function read(body: Buffer, reader = readProtobufTraces) {
  const spans: ReturnType<typeof kept>[] = [];
  const passedOver = new Map<string, number>();
  const sink: SpanSink = {
    takerOf: (scope) => (scope === MONEY_SCOPE ? (span) => spans.push(kept(span)) : undefined),
    passedOver: (scope, count) => passedOver.set(scope, (passedOver.get(scope) ?? 0) + count),
  };
  reader(body, sink);
  return { spans, passedOver };
}

/** What outlives the reading. */
function kept({ attributes, resource, ...span }: ReadSpan) {
  return { ...span, attributes: valuesOf(attributes), resource: valuesOf(resource) };
}

const key = fc.oneof(fc.constantFrom(...Object.values(ATTRIBUTE)), fc.string());
const anyValue = fc.oneof(
  // As nearly all are: short texts and counts.
  fc.string({ maxLength: 130 }).map((stringValue) => ({ stringValue })),
  fc.nat(2 ** 29).map((value) => ({ intValue: value })),
  fc.string({ unit: 'binary' }).map((stringValue) => ({ stringValue: stringValue.toWellFormed() })),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => ({ intValue: String(value) })),
  fc.double({ noNaN: true }).map((doubleValue) => ({ doubleValue })),
  fc.boolean().map((boolValue) => ({ boolValue })),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('stop', 'length', '').map((stringValue) => ({ stringValue })),
        fc.constantFrom({}, { intValue: '7' }, { arrayValue: { values: [{ stringValue: 'deep' }] } })
      ),
      { maxLength: 4 }
    )
    .map((values) => ({ arrayValue: { values } })),
  fc.uint8Array({ maxLength: 9 }).map((bytes) => ({ bytesValue: Buffer.from(bytes) })),
  fc.constant({})
);
const attributes = fc.array(fc.record({ key, value: anyValue }), { maxLength: 6 });
const nano = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
/** Mostly ids, and what is none. */
const id = (length: number) =>
  fc
    .oneof(
      ...[fc.uint8Array({ minLength: length, maxLength: length }), fc.uint8Array({ maxLength: length + 1 })],
      fc.constant(new Uint8Array(length))
    )
    .map((bytes) => Buffer.from(bytes));
const span = fc.record({
  traceId: id(16),
  spanId: id(8),
  parentSpanId: id(8),
  name: fc.string(),
  kind: fc.integer({ min: -1, max: 6 }),
  flags: fc.nat(),
  startTimeUnixNano: nano,
  endTimeUnixNano: nano,
  status: fc.record({ message: fc.string(), code: fc.integer({ min: 0, max: 3 }) }),
  attributes,
});
const request = fc.record({
  resourceSpans: fc.array(
    fc.record({
      resource: fc.record({ attributes }),
      scopeSpans: fc.array(
        fc.record({
          scope: fc.record({ name: fc.constantFrom(MONEY_SCOPE, 'ai-finops', ''), version: fc.string() }),
          spans: fc.array(span, { maxLength: 4 }),
        }),
        { maxLength: 3 }
      ),
    }),
    { maxLength: 3 }
  ),
});

/** What protobufjs read, in the terms of ours. */
function reference(body: Buffer) {
  const { request: type } = otlpTraces;
  const decoded = type.toObject(type.decode(body), { longs: String, defaults: true, oneofs: true }) as {
    resourceSpans: { resource: { attributes: [] }; scopeSpans: { scope: { name: string }; spans: [] }[] }[];
  };
  const wanted = (list: { key: string; value: Record<string, unknown> }[]) =>
    Object.fromEntries(
      list.filter(({ key }) => wantedAttributes.has(key)).map(({ key, value }) => [key, valueOf(value, key)])
    );
  const microsOf = (nanoseconds: unknown) => Number(BigInt(nanoseconds as string) / 1_000n);
  const parentOf = (id: Buffer) => (id.length === 8 && id.some((byte) => byte > 0) ? id : null);
  return decoded.resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .filter(({ scope }) => scope.name === MONEY_SCOPE)
      .flatMap(({ spans }) =>
        spans.map((one: Record<string, unknown>) => ({
          key: spanKey(one['traceId'] as Buffer, one['spanId'] as Buffer),
          parentSpanId: parentOf(one['parentSpanId'] as Buffer),
          startUs: microsOf(one['startTimeUnixNano']),
          endUs: microsOf(one['endTimeUnixNano']),
          failed: (one['status'] as { code: number }).code === 2,
          attributes: wanted(one['attributes'] as []),
          resource: wanted(resource.attributes),
        }))
      )
  );
}

function valueOf(value: Record<string, unknown>, of: string) {
  switch (value['value']) {
    case 'arrayValue': {
      const { values } = value['arrayValue'] as { values: { stringValue?: string }[] };
      const texts = new Set(values.flatMap(({ stringValue }) => stringValue || []));
      return of === ATTRIBUTE.finishReasons && texts.size > 0 ? [...texts].join(',') : null;
    }
    case 'intValue': {
      const integer = BigInt(value['intValue'] as string);
      return Number.isSafeInteger(Number(integer)) ? Number(integer) : integer;
    }
    case 'stringValue':
    case 'doubleValue':
    case 'boolValue':
      return value[String(value['value'])];
    default:
      return null;
  }
}

test('reads what protobufjs reads', () => {
  fc.assert(
    fc.property(request, (message) => {
      const body = Buffer.from(otlpTraces.request.encode(otlpTraces.request.fromObject(message)).finish());
      expect(read(body).spans).toEqual(reference(body));
    }),
    { numRuns: 300 }
  );
});

test('reads the same from JSON', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.dictionary(
          key,
          fc.oneof(
            ...[fc.string(), fc.integer(), fc.boolean(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
            fc.array(fc.string())
          )
        ),
        { maxLength: 4 }
      ),
      fc.string(),
      (list, environment) => {
        const { protobuf, json } = traceRequest(
          list.map((attributes, index) => ({
            startMs: 1_795_000_000_000 + index,
            failed: index % 2 === 0,
            attributes,
          })),
          { environment }
        );
        expect(read(json, readJsonTraces)).toEqual(read(protobuf));
      }
    )
  );
});

test('a scope and a resource that stand behind their spans still describe them', () => {
  const { protobuf } = traceRequest([{ startMs: 1_795_000_000_000 }], { environment: 'prod' });
  const message = otlpTraces.request.toObject(otlpTraces.request.decode(protobuf)) as {
    resourceSpans: { resource: object; scopeSpans: { scope: object; spans: object[] }[] }[];
  };
  const { resource, scopeSpans } = message.resourceSpans[0] ?? { resource: {}, scopeSpans: [] };
  const { scope, spans } = scopeSpans[0] ?? { scope: {}, spans: [] };
  const backwards = Buffer.concat([
    protobufField(
      2,
      Buffer.concat([
        otlpTraces.scopeSpans.encode({ spans }).finish(),
        otlpTraces.scopeSpans.encode({ scope }).finish(),
      ])
    ),
    otlpTraces.resourceSpans.encode({ resource }).finish(),
  ]);
  const found = read(Buffer.from(protobufField(1, backwards)));
  expect(found.spans).toHaveLength(1);
  expect(found.spans).toEqual(read(protobuf).spans);
  expect(found.spans[0]?.resource[ATTRIBUTE.environment]).toBe('prod');
});

test('a hostile list costs no more than a label', () => {
  const reasons = Array.from({ length: 50_000 }, (_, index) => `reason ${index}`);
  const { protobuf, json } = traceRequest([
    { startMs: 1_795_000_000_000, attributes: { [ATTRIBUTE.finishReasons]: reasons } },
  ]);
  const [text] = Object.values(read(protobuf).spans[0]?.attributes ?? {});
  expect(text).toMatch(/^reason 0,reason 1,/);
  expect(String(text).length).toBeLessThan(150);
  expect(read(json, readJsonTraces).spans[0]?.attributes[ATTRIBUTE.finishReasons]).toBe(text);
});

test('damaged bodies are read or malformed, nothing else', () => {
  const { protobuf } = traceRequest([{ startMs: 1_795_000_000_000 }, { startMs: 1_795_000_000_001 }]);
  let malformed = 0;
  fc.assert(
    fc.property(
      fc.nat(protobuf.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(protobuf.length),
      (at, byte, length) => {
        const damaged = Buffer.from(protobuf.subarray(0, length));
        if (at < damaged.length) {
          damaged[at] = byte;
        }
        try {
          read(damaged);
        } catch (error) {
          malformed += 1;
          expect(error).toBeInstanceOf(MalformedBody);
        }
      }
    ),
    { numRuns: 1_000 }
  );
  expect(malformed).toBeGreaterThan(100);
});

test.each([
  ['cut off inside a length', '0a'],
  ['more bytes announced than there are', '0a05ff'],
  ['a length past 2^53', '0affffffffffffffffff01'],
  ['a varint without an end', '0affffffffffffffffffffff'],
  ['field number 0', '0000'],
  ['a group', '0b0c'],
  ['resource_spans as a varint', '0801'],
  ['text', Buffer.from('hello world').toString('hex')],
])('%s is malformed', (_what, hex) => {
  expect(() => read(Buffer.from(hex, 'hex'))).toThrow(MalformedBody);
});

test('counts the spans of other scopes without reading them', () => {
  const { protobuf } = traceRequest([{ startMs: 1 }, { startMs: 2 }], { scope: 'other' });
  expect(read(protobuf)).toEqual({ spans: [], passedOver: new Map([['other', 2]]) });
});
