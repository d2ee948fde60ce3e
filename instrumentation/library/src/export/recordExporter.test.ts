import { randomBytes } from 'node:crypto';
import { otlpSink, type OtlpSink } from '../../testing/otlpSink.ts';
import { encodeEnvelope } from './encodeEnvelope.ts';
import { postOtlp } from './postOtlp.ts';
import { ProtoWriter } from './protoWriter.ts';
import { RecordExporter } from './recordExporter.ts';

let sink: OtlpSink;
beforeEach(async () => {
  sink = await otlpSink();
});
afterEach(() => sink.close());

const envelope = encodeEnvelope(new Map([['service.name', 's']]), '0');

function exporter(url = sink.url, maxQueueBytes = 32 * 1024 * 1024, timeoutMs = 30_000): RecordExporter {
  return new RecordExporter({
    post: postOtlp(new URL(`${url}/v1/traces`), { 'x-token': 't' }, timeoutMs),
    envelope,
    maxQueueBytes,
  });
}

/** A record of a given size, with its number as its name. */
function record(number: number, bytes = 900): Buffer {
  const span = new ProtoWriter(bytes + 64);
  span.hex(1, number.toString(16).padStart(32, '0'));
  span.hex(2, (number + 1).toString(16).padStart(16, '0'));
  span.text(5, `r${number} ${'x'.repeat(bytes)}`);
  span.nanoseconds(7, 1);
  span.nanoseconds(8, 2);
  return Buffer.from(span.bytes);
}

const names = () => new Set(sink.spans.map(({ spanId }) => spanId));

it('sends by itself, soon after the first record', async () => {
  const subject = exporter();
  subject.add(record(1));
  subject.add(record(2));
  await sink.received(2);
  expect(sink.requests).toHaveLength(1);
  expect(sink.requests[0]?.headers).toMatchObject({
    'content-type': 'application/x-protobuf',
    'content-encoding': 'gzip',
    'x-token': 't',
  });
  expect(sink.requests[0]?.url).toBe('/v1/traces');
});

it('loses nothing of a burst of 10,000, in batches of at most 512', async () => {
  const subject = exporter();
  for (let number = 0; number < 10_000; number += 1) {
    subject.add(record(number));
  }
  expect(await subject.flush(60_000)).toBe(true);
  expect(names().size).toBe(10_000);
  expect(sink.requests).toHaveLength(20);
  expect(subject.health).toMatchObject({ recorded: 10_000, delivered: 10_000, droppedQueueFull: 0 });
  expect(subject.pending).toBe(0);
});

it.each([500, 503, 429, 408])('keeps sending through HTTP %i', async (status) => {
  let refusals = 2;
  sink.misbehave = (_request, response) => {
    refusals -= 1;
    if (refusals < 0) {
      return false;
    }
    response.writeHead(status, { 'retry-after': '0' }).end();
    return true;
  };
  const subject = exporter();
  subject.add(record(1));
  expect(await subject.flush(20_000)).toBe(true);
  expect(sink.spans).toHaveLength(1);
  expect(subject.health.delivered).toBe(1);
});

it.each(['reset', 'hang'] as const)('keeps sending through a connection that does %s', async (how) => {
  let failures = 2;
  sink.misbehave = (request) => {
    failures -= 1;
    if (failures >= 0 && how === 'reset') {
      request.socket.resetAndDestroy();
    }
    return failures >= 0;
  };
  const subject = exporter(sink.url, undefined, 300);
  subject.add(record(1));
  expect(await subject.flush(20_000)).toBe(true);
  expect(sink.spans).toHaveLength(1);
});

it('finds a ledger that was down at the start, and one that was replaced', async () => {
  const { url } = sink;
  const port = Number(new URL(url).port);
  await sink.close();
  const subject = exporter(url);
  subject.add(record(1));
  expect(await subject.flush(700)).toBe(false);
  expect(subject.pending).toBe(1);
  sink = await otlpSink(port);
  expect(await subject.flush(20_000)).toBe(true);
  await sink.close();
  sink = await otlpSink(port);
  subject.add(record(2));
  expect(await subject.flush(20_000)).toBe(true);
  expect(sink.spans).toHaveLength(1);
});

it('delivers by itself what gathered while the ledger was down', async () => {
  let isDown = true;
  sink.misbehave = (_request, response) => {
    if (isDown) {
      response.writeHead(503).end();
    }
    return isDown;
  };
  const subject = exporter();
  for (let number = 0; number < 1500; number += 1) {
    subject.add(record(number));
  }
  expect(await subject.flush(700)).toBe(false);
  for (let number = 1500; number < 1600; number += 1) {
    subject.add(record(number));
  }
  isDown = false;
  await sink.received(1600);
  expect(names().size).toBe(1600);
}, 60_000);

it('counts what a full queue loses, and delivers the rest', async () => {
  sink.misbehave = (_request, response) => {
    response.writeHead(503).end();
    return true;
  };
  const subject = exporter(sink.url, 64 * 1024);
  for (let number = 0; number < 200; number += 1) {
    subject.add(record(number));
  }
  const { droppedQueueFull } = subject.health;
  expect(droppedQueueFull).toBeGreaterThan(100);
  sink.misbehave = undefined;
  expect(await subject.flush(20_000)).toBe(true);
  expect(names().size).toBe(200 - droppedQueueFull);
});

it('does not let one indigestible request hold up the others', async () => {
  sink.misbehave = (request, response) => {
    const isPoison = Number(request.headers['content-length']) > 20_000;
    if (isPoison) {
      response.writeHead(500).end();
    }
    return isPoison;
  };
  const subject = exporter();
  subject.add(record(0, 10));
  subject.add(randomBytes(40_000));
  void subject.flush(1);
  subject.add(record(1));
  expect(await subject.flush(1500)).toBe(false);
  await sink.received(1);
  expect(subject.pending).toBe(2);
});

it('reads partial success, and counts it', async () => {
  sink.misbehave = (_request, response) => {
    const partial = new ProtoWriter();
    partial.integer(1, 2);
    partial.text(2, 'outside retention');
    const answer = new ProtoWriter();
    answer.message(1, partial.bytes);
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end(answer.bytes);
    return true;
  };
  const subject = exporter();
  [1, 2, 3].forEach((number) => subject.add(record(number)));
  expect(await subject.flush(5000)).toBe(true);
  expect(subject.health).toMatchObject({ delivered: 1, rejected: 2 });
});

it('drops and counts what is refused for good', async () => {
  sink.misbehave = (_request, response) => {
    response.writeHead(400).end();
    return true;
  };
  const subject = exporter();
  subject.add(record(1));
  expect(await subject.flush(5000)).toBe(true);
  expect(subject.health).toMatchObject({ delivered: 0, droppedRefused: 1 });
  expect(subject.pending).toBe(0);
});
