import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicExchange } from '../../testing/anthropicExchange.ts';
import { openaiExchange } from '../../testing/openaiExchange.ts';
import { responsesExchange } from '../../testing/responsesExchange.ts';
import { providerServer, type ProviderServer } from '../../testing/providerServer.ts';
import { withAttribution } from '../attribution/index.ts';
import type { CapturedCall } from './capturedCall.ts';
import { captureHealth } from './captureHealth.ts';
import { keyFingerprint } from './keyFingerprint.ts';
import { tapUndici, type Tap } from './tapUndici.ts';
import { EndpointTable } from './wire/endpointTable.ts';

const messages = [{ role: 'user' as const, content: 'a prompt nobody may keep' }];
const CHAT = { model: 'gpt-5-mini', messages };
const MESSAGE = { model: 'claude-opus-4-8', max_tokens: 100, messages };

let provider: ProviderServer;
let tap: Tap;
let openai: OpenAI;
let anthropic: Anthropic;
const calls: CapturedCall[] = [];
let heard: () => void = () => undefined;

beforeAll(async () => {
  provider = await providerServer();
  tap = tapUndici({
    endpoints: new EndpointTable([
      { provider: 'openai', host: provider.host, pathPrefix: '/openai' },
      { provider: 'anthropic', host: provider.host, pathPrefix: '/anthropic' },
    ]),
    accounts: new Map([[keyFingerprint('sk-named'), 'production']]),
    defaults: { team: 'core' },
    allowEmailTenants: false,
    lingerMs: 0,
    onBegin: () => undefined,
    onCall(call) {
      calls.push(call);
      heard();
    },
  });
  openai = new OpenAI({ apiKey: 'sk-named', baseURL: `${provider.url}/openai/v1`, maxRetries: 2 });
  anthropic = new Anthropic({
    apiKey: 'ak-other',
    baseURL: `${provider.url}/anthropic`,
    maxRetries: 2,
    logLevel: 'off',
  });
});
beforeEach(() => {
  calls.length = 0;
  provider.answer = {};
});
afterEach(() => {
  expect(captureHealth.lastHandlerError).toBeUndefined();
  expect(captureHealth.handlerErrors).toBe(0);
});
afterAll(async () => {
  tap.stop();
  await provider.close();
});

/** The end of an exchange is published after the client has its answer. */
async function captured(count: number): Promise<readonly CapturedCall[]> {
  while (calls.length < count) {
    await new Promise<void>((resolve) => (heard = resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  return calls;
}

async function drain(stream: AsyncIterable<unknown>): Promise<number> {
  let events = 0;
  for await (const _event of stream) {
    events += 1;
  }
  return events;
}

const streamed = { ...CHAT, stream: true as const, stream_options: { include_usage: true } };
const kinds: readonly (readonly [string, () => Promise<unknown>, { usage: object; id: string; model: string }])[] = [
  ['chat completions', async () => openai.chat.completions.create(CHAT), openaiExchange],
  ['chat completions, streamed', async () => drain(await openai.chat.completions.create(streamed)), openaiExchange],
  ['chat by responses', async () => openai.responses.create({ model: 'gpt-5-mini', input: 'x' }), responsesExchange],
  [
    'chat by responses, streamed',
    async () => drain(await openai.responses.create({ model: 'gpt-5-mini', input: 'x', stream: true })),
    responsesExchange,
  ],
  ['messages', async () => anthropic.messages.create(MESSAGE), anthropicExchange],
  [
    'messages, streamed',
    async () => drain(await anthropic.messages.create({ ...MESSAGE, stream: true })),
    anthropicExchange,
  ],
];
const answers: readonly ProviderServer['answer'][] = [
  {},
  { writeBytes: 1 },
  { writeBytes: 7 },
  { writeBytes: 333 },
  { encoding: 'gzip' },
  { encoding: 'gzip', writeBytes: 11 },
  { encoding: 'br' },
  { encoding: 'deflate' },
  { encoding: 'zstd', writeBytes: 50 },
];

describe.each(kinds)('%s', (name, call, exchange) => {
  it.each(answers)('are read exactly when answered %j', async (answer) => {
    provider.answer = answer;
    // fetch in Node does not decode zstd everywhere: what the application gets then is its own affair.
    await call().catch((error: unknown) => {
      if (answer.encoding !== 'zstd') {
        throw error;
      }
    });
    const [captive, ...more] = await captured(1);
    expect(more).toEqual([]);
    if (answer.encoding === 'zstd' && captive?.status !== 'ok') {
      return;
    }
    expect(captive).toMatchObject({
      status: 'ok',
      usage: exchange.usage,
      responseId: exchange.id,
      responseModel: exchange.model,
      requestModel: name.startsWith('chat') ? 'gpt-5-mini' : 'claude-opus-4-8',
      isStream: name.includes('streamed'),
      isUsagePartial: false,
      usageUnknown: undefined,
      httpStatus: 200,
      errorType: undefined,
      attempt: 1,
      attribution: { feature: 'unallocated', team: 'core' },
      serviceTier: name.startsWith('chat') ? 'default' : 'standard',
    });
    expect(captive?.endMs).toBeGreaterThanOrEqual(captive?.startMs ?? Infinity);
    expect(JSON.stringify(captive)).not.toContain('nobody may keep');
    expect(JSON.stringify(captive)).not.toContain('sk-named');
  });
});

describe('what the application does', () => {
  it('names the account by the key, or shows its fingerprint', async () => {
    await openai.chat.completions.create(CHAT);
    await anthropic.messages.create(MESSAGE);
    const accounts = (await captured(2)).map(({ account }) => account);
    expect(accounts).toEqual(['production', `key-${keyFingerprint('ak-other')}`]);
  });

  it('counts every attempt of a retried call', async () => {
    provider.answer = { refuseWith: 429, refusals: 2 };
    await openai.chat.completions.create(CHAT);
    const seen = (await captured(3)).map(({ attempt, status, httpStatus, usage }) => [
      attempt,
      status,
      httpStatus,
      usage?.inputTokens,
    ]);
    expect(seen).toEqual([
      [1, 'refused', 429, undefined],
      [2, 'refused', 429, undefined],
      [3, 'ok', 200, 1490],
    ]);
    expect(calls.map(({ usageUnknown }) => usageUnknown)).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    [500, 'error'],
    [529, 'refused'],
    [400, 'error'],
  ])('knows HTTP %i for %s', async (refuseWith, status) => {
    provider.answer = { refuseWith };
    await anthropic.messages.create(MESSAGE, { maxRetries: 0 }).catch(() => undefined);
    expect((await captured(1))[0]).toMatchObject({
      status,
      errorType: String(refuseWith),
      usage: undefined,
      usageUnknown: undefined,
    });
  });

  it('says partial when it leaves an Anthropic stream, unknown when it leaves an OpenAI one', async () => {
    provider.answer = { hangAfter: 4 };
    for await (const _event of await anthropic.messages.create({ ...MESSAGE, stream: true })) {
      break;
    }
    for await (const _chunk of await openai.chat.completions.create(streamed)) {
      break;
    }
    const [first, second] = await captured(2);
    expect(first).toMatchObject({
      status: 'aborted',
      isUsagePartial: true,
      usage: { inputTokens: 5074, outputTokens: 1 },
    });
    expect(second).toMatchObject({ status: 'aborted', usage: undefined, usageUnknown: 'aborted' });
  });

  it.each(['gzip', 'br', undefined] as const)('is aborted by a signal, with what is known, %s', async (encoding) => {
    provider.answer = { hangAfter: 4, encoding };
    const controller = new AbortController();
    const stream = await anthropic.messages.create({ ...MESSAGE, stream: true }, { signal: controller.signal });
    const reading = drain(stream);
    await new Promise((resolve) => setTimeout(resolve, 30));
    controller.abort();
    await reading.catch(() => undefined);
    expect((await captured(1))[0]).toMatchObject({
      status: 'aborted',
      isUsagePartial: true,
      usage: { inputTokens: 5074 },
    });
  });

  it('tells a broken connection from a decision of the application', async () => {
    provider.answer = { hangAfter: 4, isCutThere: true };
    await drain(await anthropic.messages.create({ ...MESSAGE, stream: true })).catch(() => undefined);
    expect((await captured(1))[0]).toMatchObject({
      status: 'error',
      errorType: 'UND_ERR_SOCKET',
      isUsagePartial: true,
    });
  });

  it('books a call that never left the process as nothing used', async () => {
    const gone = await providerServer();
    await gone.close();
    const unreachable = new OpenAI({ apiKey: 'k', baseURL: `${gone.url}/openai/v1`, maxRetries: 0 });
    const other = tapUndici({
      endpoints: new EndpointTable([{ provider: 'openai', host: gone.host, pathPrefix: '' }]),
      accounts: new Map(),
      defaults: {},
      allowEmailTenants: false,
      onBegin: () => undefined,
      onCall: (call) => void calls.push(call),
    });
    await unreachable.chat.completions.create(CHAT).catch(() => undefined);
    other.stop();
    expect(calls).toMatchObject([
      {
        status: 'error',
        errorType: 'ECONNREFUSED',
        usage: { inputTokens: 0, outputTokens: 0 },
        usageUnknown: undefined,
      },
    ]);
  });

  it('keeps 200 concurrent callers apart', async () => {
    provider.answer = { writeBytes: 500 };
    await Promise.all(
      Array.from({ length: 200 }, (_none, at) =>
        withAttribution({ feature: `f${at % 7}`, tenant: `t${at}` }, async () => {
          await new Promise((resolve) => setTimeout(resolve, at % 5));
          const response = await openai.chat.completions.create({ ...streamed, model: `m${at}` });
          await drain(response);
        })
      )
    );
    const seen = (await captured(200)).map(({ attribution, requestModel }) => [
      attribution.tenant,
      attribution.feature,
      requestModel,
    ]);
    const expected = Array.from({ length: 200 }, (_none, at) => [`t${at}`, `f${at % 7}`, `m${at}`]);
    expect(seen.sort()).toEqual(expected.sort());
  });
});

describe('the clients keep working', () => {
  it('parse(), asResponse(), withResponse(), tee(), stream()', async () => {
    provider.answer = { writeBytes: 100 };
    const parsed = await openai.chat.completions.parse(CHAT);
    expect(parsed.id).toBe(openaiExchange.id);
    const raw = await openai.chat.completions.create(CHAT).asResponse();
    expect(((await raw.json()) as { id: string }).id).toBe(openaiExchange.id);
    const { data, response } = await anthropic.messages.create(MESSAGE).withResponse();
    expect([data.id, response.status]).toEqual([anthropicExchange.id, 200]);
    const [left, right] = (await openai.chat.completions.create(streamed)).tee();
    expect(await drain(left)).toBe(await drain(right));
    const helper = openai.chat.completions.stream(streamed);
    expect((await helper.finalChatCompletion()).usage?.total_tokens).toBe(1746);
    const final = await anthropic.messages.stream(MESSAGE).finalMessage();
    expect(final.usage.output_tokens).toBe(300);
    const seen = await captured(6);
    expect(seen.map(({ status, usage }) => [status, usage?.outputTokens])).toEqual([
      ['ok', 256],
      ['ok', 256],
      ['ok', 300],
      ['ok', 256],
      ['ok', 256],
      ['ok', 300],
    ]);
  });
});
