import { ROOT_CONTEXT } from '@opentelemetry/api';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { anthropicExchange } from '../../testing/anthropicExchange.ts';
import { openaiExchange } from '../../testing/openaiExchange.ts';
import { resolveAttribution } from '../attribution/index.ts';
import { Exchange } from './exchange.ts';
import { WIRE_FORMATS } from './wire/wireFormats.ts';
import type { WireFormat } from './wire/wireFormat.ts';

const exchange = (format: WireFormat = WIRE_FORMATS[0] as WireFormat) =>
  new Exchange({
    match: {
      provider: 'p',
      format,
      address: 'a',
      port: 1,
      model: undefined,
      account: undefined,
      operation: format.operation,
    },
    account: undefined,
    attempt: 1,
    attribution: resolveAttribution(undefined, {}, false),
    context: ROOT_CONTEXT,
  });
const headers = (type: string, encoding: string) =>
  ['Content-Type', type, 'content-encoding', encoding].map((text) => Buffer.from(text));

it('makes a sound call of any bytes in any order', async () => {
  const known = [...openaiExchange.stream, ...anthropicExchange.stream, openaiExchange.body, anthropicExchange.body];
  const chunk = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.constantFrom(...known).map((text) => Buffer.from(text)),
    fc.constantFrom(...known).map((text) => gzipSync(text))
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WIRE_FORMATS),
      fc.array(chunk, { maxLength: 3 }),
      fc.constantFrom(undefined, 200, 200, 200, 429, 500),
      fc.constantFrom('text/event-stream', 'application/json', ''),
      fc.constantFrom('', 'gzip', 'br', 'deflate', 'zstd', 'identity', 'nonsense'),
      fc.array(chunk, { maxLength: 6 }),
      fc.boolean(),
      async (format, request, status, type, encoding, response, hasFailed) => {
        const subject = exchange(format);
        request.forEach((bytes) => subject.readRequest(bytes));
        if (status !== undefined) {
          subject.readHeaders(status, headers(type, encoding));
          response.forEach((bytes) => subject.readResponse(bytes));
        }
        const call = await subject.end(hasFailed, new Error('x'));
        expect(call?.usage === undefined || call.usageUnknown === undefined).toBe(true);
        expect(
          Object.values(call?.usage ?? {}).every((count) => count === undefined || Number.isSafeInteger(count))
        ).toBe(true);
        expect(['ok', 'error', 'aborted', 'refused']).toContain(call?.status);
      }
    ),
    { numRuns: 1500 }
  );
});

it('lets go of a compressed body that has no end, and says so', async () => {
  const subject = exchange();
  subject.readRequest(Buffer.from('{}'));
  subject.readHeaders(200, headers('application/json', 'gzip'));
  const noise = randomBytes(64 * 1024);
  const before = process.memoryUsage().arrayBuffers;
  for (let chunk = 0; chunk < 1000; chunk += 1) {
    subject.readResponse(noise);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * 1024 * 1024);
  expect(await subject.end(false, undefined)).toMatchObject({
    status: 'ok',
    usage: undefined,
    usageUnknown: 'too_large',
  });
});

it('reads a plain body of any size, and keeps none of it', async () => {
  const subject = exchange();
  subject.readHeaders(200, headers('application/json', ''));
  subject.readResponse(Buffer.from('{"model":"m","text":"'));
  const before = process.memoryUsage().arrayBuffers;
  const text = Buffer.alloc(64 * 1024, 'x');
  for (let chunk = 0; chunk < 1000; chunk += 1) {
    subject.readResponse(text);
  }
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  subject.readResponse(Buffer.from('","usage":{"prompt_tokens":3,"completion_tokens":4}}'));
  expect(await subject.end(false, undefined)).toMatchObject({
    usage: { inputTokens: 3, outputTokens: 4 },
    responseModel: 'm',
  });
});

it('takes a redirect for no answer, and a body it was not shown for unknown', async () => {
  const redirected = exchange();
  redirected.readHeaders(307, []);
  expect(redirected.end(false, undefined)).toBeUndefined();
  const blind = exchange();
  blind.readHeaders(200, headers('application/json', ''));
  expect(await blind.end(false, undefined)).toMatchObject({ status: 'ok', usageUnknown: 'no_body_events' });
});
