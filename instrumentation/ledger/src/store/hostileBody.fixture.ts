import {
  ATTRIBUTE,
  MONEY_SCOPE,
  WORK_ATTRIBUTE,
  WORK_OPERATION,
  WORK_SCOPE,
} from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { claudeCodeMetrics } from '../intake/claudeCodeMetrics.fixture.ts';
import { CALL, traceRequest, type FixtureValue } from '../intake/traceRequest.fixture.ts';
import type { TraceBody, TraceEncoding } from '../intake/traceBody.ts';

const WORK: Readonly<Record<string, FixtureValue>> = {
  [WORK_ATTRIBUTE.unit]: 'page',
  [WORK_ATTRIBUTE.count]: 2,
  [WORK_ATTRIBUTE.valueUsd]: '0.5',
  [WORK_ATTRIBUTE.evaluator]: 'judge',
  [WORK_ATTRIBUTE.score]: 0.5,
};
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.double(),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.boolean(),
  fc.constant(null)
);
const attributes = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...Object.keys(CALL), ...Object.keys(WORK)), value, { maxKeys: 6 }),
    fc.constantFrom('chat', WORK_OPERATION.outcome, WORK_OPERATION.quality)
  )
  .map(([odd, operation]): Record<string, FixtureValue> => ({
    ...CALL,
    ...WORK,
    [ATTRIBUTE.operation]: operation,
    ...odd,
  }));
const span = (nowMs: number) =>
  fc.record({
    traceId: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    startMs: fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: nowMs - 86_400_000, max: nowMs }) },
      fc.constantFrom(0, 1, nowMs * 1_000)
    ),
    durationMs: fc.integer({ min: 0, max: 1_000_000 }),
    attributes,
  });
const odd = fc.string({ unit: 'binary', maxLength: 200 });
const mostly = <T>(usual: fc.Arbitrary<T>, ...odd: fc.Arbitrary<T>[]) =>
  fc.oneof({ weight: 6, arbitrary: usual }, ...odd.map((arbitrary) => ({ weight: 1, arbitrary })));
const point = (nowMs: number) =>
  fc.record({
    type: mostly(fc.constantFrom('input', 'output', 'cacheRead', 'cacheCreation'), odd),
    model: mostly(fc.constantFrom('claude-sonnet-4-6', 'us.anthropic.claude-x'), odd),
    session: odd,
    value: mostly<number | null>(
      // A larger count stands in several parts, each a call.
      fc.nat(150_000),
      fc.constantFrom(-1, 300_000_000),
      fc.double({ noInteger: true }),
      fc.constant(null)
    ),
    startMs: fc.integer({ min: nowMs - 86_400_000, max: nowMs - 3_600_000 }),
    timeMs: mostly(
      fc.integer({ min: nowMs - 3_600_000, max: nowMs }),
      fc.integer({ min: nowMs - 90_000_000, max: nowMs + 90_000_000 })
    ),
    isDouble: fc.boolean(),
  });
const metrics = (nowMs: number) =>
  fc
    .record({
      points: fc.array(point(nowMs), { maxLength: 4 }),
      isJson: fc.boolean(),
      temporality: fc.constantFrom(1, 1, 2, 2, 0, 9),
      isMonotonic: fc.constantFrom(true, true, true, false),
      metric: fc.constantFrom('claude_code.token.usage', 'claude_code.token.usage', 'http.server.request.duration'),
    })
    .map(({ points, isJson, ...options }) => {
      const { json, protobuf } = claudeCodeMetrics(points, options);
      return { ...encoded(isJson, json, protobuf), signal: 'metrics' as const };
    });
const encoded = (isJson: boolean, json: Buffer, protobuf: Buffer) => ({
  bytes: isJson ? json : protobuf,
  encoding: (isJson ? 'json' : 'protobuf') as TraceEncoding,
});
const traces = (nowMs: number) =>
  fc
    .record({
      spans: fc.array(span(nowMs), { maxLength: 3 }),
      isJson: fc.boolean(),
      scope: fc.constantFrom(MONEY_SCOPE, MONEY_SCOPE, WORK_SCOPE, 'another'),
    })
    .map(({ spans, isJson, scope }) => {
      const { json, protobuf } = traceRequest(spans, { scope });
      return { ...encoded(isJson, json, protobuf), signal: 'traces' as const };
    });
/** What happens to a real body on its way. */
const mutation = fc.record({
  kind: fc.constantFrom('none', 'flip', 'cut', 'double', 'insert', 'swap', 'length'),
  at: fc.nat(),
  byte: fc.integer({ min: 0, max: 255 }),
});
const mutated = (nowMs: number) =>
  fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: traces(nowMs) }, { weight: 1, arbitrary: metrics(nowMs) }),
      fc.array(mutation, { maxLength: 4 })
    )
    .map(([{ bytes, ...rest }, mutations]) => ({ bytes: mutations.reduce(mutate, bytes), ...rest }));
const signal = fc.constantFrom('traces' as const, 'metrics' as const);
const invented = fc.record({
  bytes: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  encoding: fc.constantFrom<TraceEncoding>('protobuf', 'json'),
  signal,
});
const nested = fc
  .record({
    depth: fc.nat(20_000),
    brackets: fc.constantFrom('[', '{"a":', '{"resourceSpans":[', '{"resourceMetrics":['),
    signal,
  })
  .map(({ depth, brackets, ...rest }) => ({
    bytes: Buffer.from(brackets.repeat(depth)),
    encoding: 'json' as TraceEncoding,
    ...rest,
  }));
/**
 * Bodies that a sender may break, on purpose or not: real ones, of spans and of metrics, of the day up to `nowMs` changed on their way, invented
 * bytes, brackets without end; compressed, cut, or only said to be.
 */
export const hostileBody = (nowMs: number): fc.Arbitrary<TraceBody> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: mutated(nowMs) },
        { weight: 2, arbitrary: invented },
        { weight: 1, arbitrary: nested }
      ),
      fc.constantFrom('plain', 'gzip', 'says gzip', 'cut gzip')
    )
    .map(([{ bytes, ...rest }, coding]): TraceBody => {
      const zipped = coding === 'gzip' || coding === 'cut gzip' ? gzipSync(bytes) : bytes;
      const sent = coding === 'cut gzip' ? zipped.subarray(0, -5) : zipped;
      return { bytes: new Uint8Array(sent), ...rest, gzip: coding !== 'plain' };
    });

function mutate(bytes: Buffer, { kind, at, byte }: typeof mutation extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const index = bytes.length === 0 ? 0 : at % bytes.length;
  const changed = Buffer.from(bytes);
  switch (kind) {
    case 'flip':
      changed.set(changed.length > 0 ? [byte] : [], index);
      return changed;
    case 'cut':
      return changed.subarray(0, index);
    case 'double':
      return Buffer.concat([changed, changed.subarray(index)]);
    case 'insert':
      return Buffer.concat([changed.subarray(0, index), Buffer.alloc(byte, 0xff), changed.subarray(index)]);
    case 'swap':
      return Buffer.concat([changed.subarray(index), changed.subarray(0, index)]);
    case 'length':
      return Buffer.concat([changed.subarray(0, index), Buffer.from([0x0a, 0xff, 0xff, 0xff, 0xff, 0x07])]);
    default:
      return changed;
  }
}
