import { createHash } from 'node:crypto';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { anthropicExchange } from '../../../testing/anthropicExchange.ts';
import { openaiExchange } from '../../../testing/openaiExchange.ts';
import { providerServer, type ProviderServer } from '../../../testing/providerServer.ts';
import { captureHealth } from '../captureHealth.ts';
import type { CapturedCall } from '../capturedCall.ts';
import type { Tap } from '../tapUndici.ts';
import { EndpointTable } from '../wire/endpointTable.ts';
import { tapHttp1 } from './tapHttp1.ts';

let provider: ProviderServer;
let tap: Tap | undefined;
const calls: CapturedCall[] = [];
let heard: () => void = () => undefined;

const startTap = () =>
  tapHttp1({
    endpoints: new EndpointTable([
      { provider: 'openai', host: provider.host, pathPrefix: '/openai' },
      { provider: 'anthropic', host: provider.host, pathPrefix: '/anthropic' },
    ]),
    accounts: new Map(),
    defaults: {},
    allowEmailTenants: false,
    onBegin: () => undefined,
    onCall: (call) => (calls.push(call), heard()),
  });
beforeAll(async () => {
  provider = await providerServer();
  tap = startTap();
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
  tap?.stop();
  await provider.close();
});

async function captured(): Promise<CapturedCall | undefined> {
  while (calls.length === 0) {
    await new Promise<void>((resolve) => (heard = resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(calls).toHaveLength(1);
  return calls[0];
}

const post = (path: string, use: (response: IncomingMessage, sent: ClientRequest) => void, headers = {}) =>
  new Promise<void>((resolve) => {
    const sent = request(provider.url + path, { method: 'POST', headers }, (response) => use(response, sent));
    sent.once('close', resolve).once('error', () => undefined);
    sent.end(JSON.stringify({ stream: true, model: 'm' }));
  });
const digest = async (path: string) => {
  const hash = createHash('sha256');
  await post(path, (response) => response.on('data', (chunk: Buffer) => hash.update(chunk)));
  return hash.digest('hex');
};

it.each([{}, { writeBytes: 7 }, { encoding: 'gzip' as const }, { encoding: 'br' as const, writeBytes: 11 }])(
  'reads what is answered %j, and leaves every byte as it is',
  async (answer) => {
    provider.answer = answer;
    const path = '/openai/v1/chat/completions';
    const seen = await digest(path);
    expect(await captured()).toMatchObject({
      status: 'ok',
      provider: 'openai',
      isStream: true,
      usage: openaiExchange.usage,
      responseModel: openaiExchange.model,
    });
    tap?.stop();
    expect(await digest(path)).toBe(seen);
    tap = startTap();
    expect(calls).toHaveLength(1);
  }
);

it('reads what the application reads late, by hand or not at all', async () => {
  await post('/anthropic/v1/messages', (response) => {
    response.pause();
    setTimeout(() => response.resume(), 20);
  });
  expect(await captured()).toMatchObject({ status: 'ok', usage: anthropicExchange.usage });
  calls.length = 0;
  await post('/anthropic/v1/messages', (response) =>
    response.on('readable', () => {
      while (response.read(10) !== null) {
        // By hand.
      }
      response.read();
    })
  );
  expect(await captured()).toMatchObject({ status: 'ok', usage: anthropicExchange.usage });
});

it('tells an application that gives up from a connection that breaks', async () => {
  provider.answer = { hangAfter: 4 };
  await post('/anthropic/v1/messages', (response, sent) => {
    response.on('error', () => undefined).once('data', () => setTimeout(() => sent.destroy(), 20));
  });
  expect(await captured()).toMatchObject({ status: 'aborted', isUsagePartial: true, usage: { inputTokens: 5074 } });
  calls.length = 0;
  provider.answer = { hangAfter: 4, isCutThere: true };
  await post('/anthropic/v1/messages', (response) => response.on('error', () => undefined).resume());
  expect(await captured()).toMatchObject({ status: 'error', errorType: 'ECONNRESET', isUsagePartial: true });
});

it('knows refusals, attempts, and what never left', async () => {
  provider.answer = { refuseWith: 429 };
  await post('/openai/v1/chat/completions', (response) => response.resume(), { 'x-stainless-retry-count': '1' });
  expect(await captured()).toMatchObject({ status: 'refused', attempt: 2, usage: undefined, usageUnknown: undefined });
});
