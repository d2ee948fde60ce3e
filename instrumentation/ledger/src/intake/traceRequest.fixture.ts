import { ATTRIBUTE, MONEY_SCOPE } from '@ai-finops/instrumentation/contract';
import { otlpTraces } from './otlpTraces.fixture.ts';

export type FixtureValue = string | number | bigint | boolean | null | readonly string[];

/** One span of a test request; what is left out has a plain default. */
export interface FixtureSpan {
  readonly traceId?: Uint8Array;
  readonly spanId?: Uint8Array;
  readonly parentSpanId?: Uint8Array;
  readonly startMs: number;
  readonly durationMs?: number;
  readonly failed?: boolean;
  readonly attributes?: Readonly<Record<string, FixtureValue>>;
}

/** A priced call: 466 input, 1,024 cached, 128 output, 128 reasoning tokens of gpt-5-mini: 654,100 nano-USD. */
export const CALL: Readonly<Record<string, FixtureValue>> = {
  [ATTRIBUTE.provider]: 'openai',
  [ATTRIBUTE.responseModel]: 'gpt-5-mini',
  [ATTRIBUTE.inputTokens]: 1_490,
  [ATTRIBUTE.cacheReadTokens]: 1_024,
  [ATTRIBUTE.outputTokens]: 256,
  [ATTRIBUTE.reasoningTokens]: 128,
  [ATTRIBUTE.feature]: 'search',
  [ATTRIBUTE.team]: 'Search',
  [ATTRIBUTE.tenant]: 'acme',
};
export const CALL_NANO_USD = 654_100n;

/** An OTLP request of spans of one scope, in both encodings. */
export function traceRequest(
  spans: readonly FixtureSpan[],
  { scope = MONEY_SCOPE, environment }: { readonly scope?: string; readonly environment?: string } = {}
): { readonly protobuf: Buffer; readonly json: Buffer } {
  const resource = {
    attributes: environment ? [{ key: ATTRIBUTE.environment, value: { stringValue: environment } }] : [],
  };
  const bodyOf = (encode: (span: FixtureSpan, index: number) => object) => ({
    resourceSpans: [{ resource, scopeSpans: [{ scope: { name: scope }, spans: spans.map(encode) }] }],
  });
  return {
    protobuf: Buffer.from(otlpTraces.request.encode(otlpTraces.request.fromObject(bodyOf(asProtobuf))).finish()),
    json: Buffer.from(JSON.stringify(bodyOf(asJson))),
  };
}

function asProtobuf(span: FixtureSpan, index: number) {
  return { ...common(span), traceId: traceId(span), spanId: spanId(span, index), parentSpanId: span.parentSpanId };
}

function asJson(span: FixtureSpan, index: number) {
  return {
    ...common(span),
    traceId: Buffer.from(traceId(span)).toString('hex'),
    spanId: Buffer.from(spanId(span, index)).toString('hex'),
    parentSpanId: Buffer.from(span.parentSpanId ?? []).toString('hex'),
  };
}

function common({ startMs, durationMs = 1_500, failed = false, attributes = CALL }: FixtureSpan) {
  return {
    name: 'chat gpt-5-mini',
    kind: 3,
    startTimeUnixNano: String(BigInt(startMs) * 1_000_000n),
    endTimeUnixNano: String(BigInt(startMs + durationMs) * 1_000_000n),
    status: { code: failed ? 2 : 0 },
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) })),
  };
}

function anyValue(value: FixtureValue) {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { boolValue: value };
    case 'bigint':
      return { intValue: String(value) };
    case 'number':
      return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
    default:
      return { arrayValue: { values: (value ?? []).map((stringValue) => ({ stringValue })) } };
  }
}

function traceId(span: FixtureSpan): Uint8Array {
  return span.traceId ?? Buffer.alloc(16, 0xab);
}

function spanId(span: FixtureSpan, index: number): Uint8Array {
  const id = Buffer.alloc(8, 1);
  id.writeUInt32BE(index);
  return span.spanId ?? id;
}
