import { otlpTraces } from './otlpTraces.fixture.ts';
import type { FixtureValue } from './traceRequest.fixture.ts';

/** A span of another instrumentation; times in ms. */
export interface OtherSpan {
  readonly scope: string;
  readonly name: string;
  readonly id: number;
  readonly parent?: number;
  readonly trace?: number;
  readonly startMs: number;
  readonly durationMs?: number;
  readonly failed?: boolean;
  readonly attributes: Readonly<Record<string, FixtureValue>>;
  readonly resource?: Readonly<Record<string, string>>;
}

const hex = (id: number, digits: number) => id.toString(16).padStart(digits, '0');

/** An OTLP request of such spans, each in a resource and scope of its own, in both encodings. */
export function foreignRequest(spans: readonly OtherSpan[]): { readonly protobuf: Buffer; readonly json: Buffer } {
  const bodyOf = (idOf: (text: string) => string | Uint8Array) => ({
    resourceSpans: spans.map((span) => ({
      resource: { attributes: attributes({ 'service.name': 'bot', ...span.resource }) },
      scopeSpans: [
        {
          scope: { name: span.scope, version: '1.0.0' },
          spans: [
            {
              traceId: idOf(hex(span.trace ?? 0xabc, 32)),
              spanId: idOf(hex(span.id, 16)),
              parentSpanId: idOf(span.parent === undefined ? '' : hex(span.parent, 16)),
              name: span.name,
              kind: 3,
              startTimeUnixNano: String(BigInt(span.startMs) * 1_000_000n),
              endTimeUnixNano: String(BigInt(span.startMs + (span.durationMs ?? 1_000)) * 1_000_000n),
              status: { code: span.failed ? 2 : 1 },
              attributes: attributes(span.attributes),
            },
          ],
        },
      ],
    })),
  });
  return {
    protobuf: Buffer.from(
      otlpTraces.request.encode(otlpTraces.request.fromObject(bodyOf((text) => Buffer.from(text, 'hex')))).finish()
    ),
    json: Buffer.from(JSON.stringify(bodyOf((text) => text))),
  };
}

function attributes(values: Readonly<Record<string, FixtureValue>>) {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

function anyValue(value: FixtureValue) {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'boolean':
      return { boolValue: value };
    case 'number':
    case 'bigint':
      return { intValue: String(value) };
    default:
      return { arrayValue: { values: (value ?? []).map((stringValue) => ({ stringValue })) } };
  }
}
