import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { metricsResponse } from './claudeCodeMetrics.fixture.ts';
import { createIntake, type Intake } from './createIntake.ts';
import { otlpTraces } from './otlpTraces.fixture.ts';
import type { TraceBody } from './traceBody.ts';
import type { TraceOutcome } from './traceOutcome.ts';

const PROTOBUF = 'application/x-protobuf';
const JSON_TYPE = 'application/json';

let intake: Intake;
let url: string;
let outcome: TraceOutcome;
let appended: TraceBody[];
let hold: Promise<void> | undefined;

beforeEach(async () => {
  outcome = { kind: 'kept', refused: {} };
  appended = [];
  hold = undefined;
  intake = createIntake({
    limits: { bodyBytes: 1_000, inFlightBytes: 1_500 },
    async append(body) {
      appended.push(body);
      await hold;
      return outcome;
    },
  });
  intake.server.listen(0, '127.0.0.1');
  await once(intake.server, 'listening');
  url = `http://127.0.0.1:${(intake.server.address() as AddressInfo).port}/v1/traces`;
});

afterEach(() => {
  intake.server.closeAllConnections();
  intake.server.close();
});

const post = (contentType: string | undefined, body: Uint8Array | string, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    body,
    headers: { ...(contentType ? { 'content-type': contentType } : {}), ...headers },
  });

test('a kept body is answered with an empty response in its own encoding', async () => {
  const protobuf = await post(PROTOBUF, 'x');
  expect([protobuf.status, protobuf.headers.get('content-type'), (await protobuf.bytes()).length]).toEqual([
    200,
    PROTOBUF,
    0,
  ]);
  const json = await post(`${JSON_TYPE}; charset=utf-8`, '{}');
  expect([json.status, json.headers.get('content-type'), await json.text()]).toEqual([200, JSON_TYPE, '{}']);
  expect(intake.admission.bytesInFlight).toBe(0);
});

test('gzip is passed on as it is', async () => {
  const body = gzipSync('hello');
  await post(PROTOBUF, body, { 'content-encoding': 'gzip' });
  expect(appended[0]).toMatchObject({ gzip: true, encoding: 'protobuf' });
  expect(Buffer.from(appended[0]?.bytes ?? [])).toEqual(body);
});

test('refused spans are a partial success with reasons', async () => {
  outcome = { kind: 'kept', refused: { outside_retention: 2, ahead_of_clock: 1, invalid_ids: 0 } };
  const errorMessage = '2 outside_retention, 1 ahead_of_clock';
  expect(await (await post(JSON_TYPE, '{}')).json()).toEqual({ partialSuccess: { rejectedSpans: '3', errorMessage } });
  const { response } = otlpTraces;
  const decoded = response.toObject(response.decode(await (await post(PROTOBUF, 'x')).bytes()), { longs: Number });
  expect(decoded).toEqual({ partialSuccess: { rejectedSpans: 3, errorMessage } });
});

test('metrics come by a door of their own', async () => {
  outcome = { kind: 'kept', refused: { invalid_points: 2 } };
  url = url.replace('/v1/traces', '/v1/metrics');
  expect(await (await post(JSON_TYPE, '{}')).json()).toEqual({
    partialSuccess: { rejectedDataPoints: '2', errorMessage: '2 invalid_points' },
  });
  const decoded = metricsResponse.decode(await (await post(PROTOBUF, 'x')).bytes());
  expect(metricsResponse.toObject(decoded, { longs: Number })).toEqual({
    partialSuccess: { rejectedDataPoints: 2, errorMessage: '2 invalid_points' },
  });
  expect(appended.map(({ signal }) => signal)).toEqual(['metrics', 'metrics']);
});

test.each([
  ['malformed', 400, 3],
  ['too_large', 413, 8],
  ['unavailable', 503, 14],
] as const)('%s is answered %d with a status that says why', async (kind, httpStatus, code) => {
  outcome = { kind, message: 'because' };
  const json = await post(JSON_TYPE, '{}');
  expect([json.status, await json.json()]).toEqual([httpStatus, { code, message: 'because' }]);
  const protobuf = await post(PROTOBUF, 'x');
  const { status } = otlpTraces;
  expect(status.toObject(status.decode(await protobuf.bytes()))).toEqual({ code, message: 'because' });
});

test('another content type or coding is 415', async () => {
  for (const contentType of ['text/plain', 'application/x-www-form-urlencoded', undefined]) {
    expect((await post(contentType, Buffer.from('x'))).status).toBe(415);
  }
  const brotli = await post(PROTOBUF, 'x', { 'content-encoding': 'br' });
  expect([brotli.status, brotli.headers.get('accept-encoding')]).toEqual([415, 'gzip']);
  expect(appended).toEqual([]);
});

test('another method is 405, another path 404', async () => {
  const get = await fetch(url);
  expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  expect((await fetch(url.replace('traces', 'logs'), { method: 'POST', body: '{}' })).status).toBe(404);
});

test('a body past the limit is 413, announced or not, and the next one is served', async () => {
  expect((await post(PROTOBUF, Buffer.alloc(1_001))).status).toBe(413);
  const status = await new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', headers: { 'content-type': PROTOBUF } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', reject);
    request.write(Buffer.alloc(900));
    request.write(Buffer.alloc(900));
    request.end();
  });
  expect(status).toBe(413);
  expect(appended).toEqual([]);
  expect(intake.admission.bytesInFlight).toBe(0);
  expect((await post(PROTOBUF, 'x')).status).toBe(200);
});

test('past the bytes in flight senders are told when to come back', async () => {
  let release: () => void = () => undefined;
  hold = new Promise((resolve) => (release = resolve));
  const first = post(PROTOBUF, Buffer.alloc(900));
  while (appended.length === 0) {
    await new Promise(setImmediate);
  }
  const second = await post(PROTOBUF, Buffer.alloc(900));
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
  release();
  expect((await first).status).toBe(200);
  expect((await post(PROTOBUF, Buffer.alloc(900))).status).toBe(200);
  expect(intake.admission.bytesInFlight).toBe(0);
});

test('a sender that goes away leaves nothing behind', async () => {
  const request = httpRequest(url, { method: 'POST', headers: { 'content-type': PROTOBUF, 'content-length': 500 } });
  request.on('error', () => undefined);
  request.write(Buffer.alloc(100));
  while (intake.admission.bytesInFlight === 0) {
    await new Promise(setImmediate);
  }
  request.destroy();
  while (intake.admission.bytesInFlight > 0) {
    await new Promise(setImmediate);
  }
  expect(appended).toEqual([]);
});
