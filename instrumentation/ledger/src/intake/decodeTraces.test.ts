import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';
import { gzipSync } from 'node:zlib';
import { BodyTooLarge } from './bodyTooLarge.ts';
import { decodeTraces } from './decodeTraces.ts';
import { MalformedBody } from './malformedBody.ts';
import { CALL, traceRequest } from './traceRequest.fixture.ts';

const MEBIBYTE = 1_048_576;
const own = (bytes: Uint8Array) => new Uint8Array(bytes);
const protobuf = (bytes: Uint8Array, gzip = false) => ({ bytes: own(bytes), encoding: 'protobuf' as const, gzip });

test('books only the money scope; the rest is counted', () => {
  const body = Buffer.concat([
    traceRequest([{ startMs: 1 }, { startMs: 2, traceId: Buffer.alloc(16) }]).protobuf,
    traceRequest([{ startMs: 1 }], { scope: 'ai-finops' }).protobuf,
    traceRequest([{ startMs: 1 }, { startMs: 2 }], { scope: 'other' }).protobuf,
  ]);
  expect(decodeTraces(protobuf(gzipSync(body), true), MEBIBYTE)).toMatchObject({
    records: [{ startUs: 1_000 }],
    received: 5,
    ignored: { shown: 1, foreign: 2, superseded: 0 },
    invalid: { invalid_ids: 1 },
  });
});

test('a batch is told once, however many of its calls come, and they alone count as received', () => {
  const HOUR = 3_600_000;
  const DONE = Date.UTC(2026, 10, 22, 12);
  const call = (submittedMs: unknown, finishedMs: unknown, rest = {}) => ({
    startMs: DONE,
    attributes: {
      ...CALL,
      ...rest,
      [ATTRIBUTE.batchSubmittedMs]: submittedMs,
      [ATTRIBUTE.batchFinishedMs]: finishedMs,
    },
  });
  const calls = [
    call(DONE - 3 * HOUR, DONE),
    call(DONE - 3 * HOUR, DONE),
    call(DONE - 3 * HOUR, DONE, { [ATTRIBUTE.requestType]: 'digest' }),
    call(DONE - 72 * HOUR, DONE),
    // Not handed in, not done, done before it was handed in, and no moments at all.
    call('', DONE),
    call(DONE, ''),
    call(DONE, DONE - 1),
    call(0.5, DONE),
    call(true, '99999999999999999'),
  ] as Parameters<typeof traceRequest>[0];
  const { protobuf: bytes, json } = traceRequest(calls, { environment: 'prod' });
  for (const decoded of [
    decodeTraces(protobuf(bytes), MEBIBYTE),
    decodeTraces({ bytes: own(json), encoding: 'json', gzip: false }, MEBIBYTE),
  ]) {
    expect(decoded).toMatchObject({ received: calls.length, invalid: { invalid_ids: 0, invalid_work: 0 } });
    expect(decoded.work.map(({ atUs, labels, amount }) => [atUs, labels.request_type, labels.name, amount])).toEqual([
      [DONE * 1_000, 'unallocated', '14400', 3 * HOUR],
      [DONE * 1_000, 'digest', '14400', 3 * HOUR],
      [DONE * 1_000, 'unallocated', '+Inf', 72 * HOUR],
    ]);
    expect(decoded.work[0]?.labels).toMatchObject({ kind: 'turnaround', feature: 'search', team: 'Search', model: '' });
    expect(new Set(decoded.work.map(({ key }) => key.toString('hex'))).size).toBe(3);
    expect(decoded.work[0]?.key).toHaveLength(24);
  }
});

test('the start of a prompt that an earlier one had is told beside its call', () => {
  const call = (bytes: unknown, hash: unknown) => ({
    startMs: 7,
    attributes: { ...CALL, [ATTRIBUTE.promptPrefixBytes]: bytes, [ATTRIBUTE.promptPrefixHash]: hash },
  });
  const calls = [call(4_096, 'a1'), call(0, 'a1'), call(4_096, ''), call('many', 'a1')] as Parameters<
    typeof traceRequest
  >[0];
  const { work, records, received } = decodeTraces(protobuf(traceRequest(calls).protobuf), MEBIBYTE);
  expect(received).toBe(calls.length);
  expect(work).toEqual([
    {
      ...{ key: records[0]?.key, atUs: 7_000, tenant: '', task: 'a1', amount: 4_096, isToldByCall: true },
      labels: {
        ...{ kind: 'prefix', feature: 'search', team: 'Search', request_type: 'unallocated', model: 'gpt-5-mini' },
        ...{ name: 'openai', environment: 'unspecified' },
      },
    },
  ]);
});

test.each([
  ['not gzip', Buffer.from('hello')],
  ['nothing', Buffer.alloc(0)],
  ['cut off', gzipSync(Buffer.alloc(1_000)).subarray(0, 15)],
  ['gzip of no protobuf', gzipSync('hello')],
])('gzip that is %s is malformed', (_what, bytes) => {
  expect(() => decodeTraces(protobuf(bytes, true), MEBIBYTE)).toThrow(MalformedBody);
});

test('gzip of several members is read whole, though its end tells the size of the last alone', () => {
  const parts = [1, 3].map((calls) => traceRequest(Array.from({ length: calls }, () => ({ startMs: 1 }))).protobuf);
  const body = Buffer.concat([...parts, ...parts].map((part) => gzipSync(part)));
  expect(decodeTraces(protobuf(body, true), MEBIBYTE)).toMatchObject({ received: 8 });
});

test('a bomb is refused before it goes off', () => {
  expect(() => decodeTraces(protobuf(gzipSync(Buffer.alloc(20 * MEBIBYTE)), true), MEBIBYTE)).toThrow(BodyTooLarge);
});

test('an empty protobuf request is an empty request', () => {
  expect(decodeTraces(protobuf(Buffer.alloc(0)), MEBIBYTE)).toMatchObject({ records: [], received: 0 });
});

test('a request of millions of empty messages costs no memory', () => {
  const scopes = Buffer.alloc(2_000_000, Buffer.from([0x12, 0x00]));
  const length = [0x80 | (2_000_000 & 0x7f), 0x80 | ((2_000_000 >> 7) & 0x7f), 2_000_000 >> 14];
  const body = Buffer.concat([Buffer.from([0x0a, ...length]), scopes]);
  expect(decodeTraces(protobuf(body), 4 * MEBIBYTE)).toMatchObject({ received: 0 });
});
