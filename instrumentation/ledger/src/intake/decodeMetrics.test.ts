import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { BodyTooLarge } from './bodyTooLarge.ts';
import {
  claudeCodeMetrics,
  OTHER_POINTS,
  type FixtureMetrics,
  type FixturePoint,
} from './claudeCodeMetrics.fixture.ts';
import { decodeMetrics } from './decodeMetrics.ts';
import { MalformedBody } from './malformedBody.ts';
import type { TraceEncoding } from './traceBody.ts';

const AT = 1_795_305_600_000;
const decode = (bytes: Uint8Array, encoding: TraceEncoding, gzip = false) =>
  decodeMetrics({ bytes: new Uint8Array(bytes), encoding, gzip, signal: 'metrics' }, 4 * 2 ** 20);

/** What both encodings say alike. */
function read(points: readonly Partial<FixturePoint>[], options: FixtureMetrics = {}) {
  const { protobuf, json } = claudeCodeMetrics(
    points.map((point) => ({ value: 1, startMs: AT - 60_000, timeMs: AT, ...point })),
    options
  );
  const decoded = decode(protobuf, 'protobuf');
  expect(decode(json, 'json')).toEqual(decoded);
  return decoded;
}

test('reads the tokens of Claude Code, and passes over what else it exports', () => {
  const {
    points = [],
    received,
    ignored,
  } = read(
    [
      { type: 'input', value: 210 },
      { type: 'output', value: 300, isDouble: true },
      { type: 'cacheRead', value: 4_096, model: 'claude-opus-4-6[1m]' },
      { type: 'cacheCreation', value: 768 },
    ],
    { resource: { 'team.id': 'platform', 'ai_finops.feature': 'coding' } }
  );
  expect(points.map(({ kind, tokens, dimensions }) => [kind, tokens, dimensions.model])).toEqual([
    ['input', 210, 'claude-sonnet-4-5-20250929'],
    ['output', 300, 'claude-sonnet-4-5-20250929'],
    ['cacheRead', 4_096, 'claude-opus-4-6'],
    ['cacheCreation', 768, 'claude-sonnet-4-5-20250929'],
  ]);
  expect([received, ignored.foreign]).toEqual([4 + OTHER_POINTS, OTHER_POINTS]);
  expect(points[0]).toMatchObject({
    isCumulative: false,
    startUs: (AT - 60_000) * 1_000,
    timeUs: AT * 1_000,
    dimensions: { feature: 'coding', team: 'platform', provider: 'anthropic', request_type: 'claude_code' },
    tenant: 'unallocated',
    task: '6e2a8c02-aec9-4272-bcde-9843b25ad407',
    service: 'claude-code',
  });
  expect(new Set(points.map(({ series }) => series.toString('hex'))).size).toBe(4);
});

test.each([
  ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'aws.bedrock'],
  ['arn:aws:bedrock:us-east-1:1:application-inference-profile/x', 'aws.bedrock'],
  ['claude-sonnet-4-5@20250929', 'gcp.vertex_ai'],
  ['claude-haiku-4-5', 'anthropic'],
])('%s is asked of %s', (model, provider) => {
  expect(read([{ model }]).points?.[0]?.dimensions).toMatchObject({ model, provider });
});

test.each<[string, Partial<FixturePoint>, FixtureMetrics]>([
  ['a part of a token', { value: 0.5 }, {}],
  ['fewer than none', { value: -1 }, {}],
  ['more than can be', { value: 2e12 }, {}],
  ['no number', { value: null }, {}],
  ['another kind', { type: 'thought' }, {}],
  ['no model', { model: ' ' }, {}],
  ['no time', { timeMs: 0, startMs: 0 }, {}],
  ['an end before its start', { timeMs: AT - 120_000 }, {}],
  ['a total from nobody knows when', { startMs: 0 }, { temporality: 2 }],
  ['no temporality', {}, { temporality: 0 }],
  ['a count that may fall', {}, { isMonotonic: false }],
])('%s is refused', (_what, point, options) => {
  expect(read([point], options)).toMatchObject({ points: [], invalid: { invalid_points: 1 } });
});

test('other metrics are passed over, more points than anybody sends are too many', () => {
  expect(read([{}, {}], { metric: 'gen_ai.client.token.usage' })).toMatchObject({
    points: [],
    received: 2 + OTHER_POINTS,
    ignored: { foreign: 2 + OTHER_POINTS },
  });
  expect(() => read(Array.from({ length: 2_001 }, () => ({})))).toThrow(BodyTooLarge);
  expect(decode(new Uint8Array(), 'protobuf').received).toBe(0);
  expect(decode(gzipSync('{}'), 'json', true).received).toBe(0);
});

test('a series is told by each of its attributes, and by the start of its count', () => {
  const seriesOf = (point: Partial<FixturePoint>, options: FixtureMetrics = {}) =>
    read([point], options).points?.[0]?.series.toString('hex');
  const all = [
    seriesOf({}),
    seriesOf({ session: 'another' }),
    seriesOf({ type: 'output' }),
    seriesOf({ startMs: AT - 59_000 }),
    seriesOf({}, { temporality: 2 }),
    seriesOf({}, { resource: { 'service.version': '2.2.0' } }),
  ];
  expect(new Set(all).size).toBe(all.length);
  expect(seriesOf({ value: 9, timeMs: AT + 60_000 })).toBe(all[0]);
});

test('any body is read or malformed, nothing else', () => {
  const { protobuf, json } = claudeCodeMetrics([
    { value: 1, startMs: AT - 60_000, timeMs: AT },
    { value: 0.5, startMs: AT - 60_000, timeMs: AT, isDouble: true },
  ]);
  let malformed = 0;
  const attempt = (bytes: Uint8Array, encoding: TraceEncoding) => {
    try {
      const { points = [], received, ignored, invalid } = decode(bytes, encoding);
      expect(received).toBe(points.length + ignored.foreign + (invalid.invalid_points ?? 0));
    } catch (error) {
      malformed += 1;
      expect(error).toBeInstanceOf(MalformedBody);
    }
  };
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(), fc.jsonValue(), (at, byte, length, value) => {
      for (const [body, encoding] of [[protobuf, 'protobuf'] as const, [json, 'json'] as const]) {
        const damaged = Buffer.from(body);
        damaged[at % damaged.length] = byte;
        attempt(damaged, encoding);
        attempt(damaged.subarray(0, length % damaged.length), encoding);
      }
      attempt(Buffer.from(JSON.stringify(value)), 'json');
      attempt(Buffer.from(JSON.stringify({ resourceMetrics: value })), 'json');
      attempt(Buffer.from(JSON.stringify({ resourceMetrics: [{ scopeMetrics: [{ metrics: value }] }] })), 'json');
    }),
    { numRuns: 300 }
  );
  expect(malformed).toBeGreaterThan(300);
});
