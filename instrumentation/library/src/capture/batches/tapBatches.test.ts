import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { anthropicExchange } from '../../../testing/anthropicExchange.ts';
import { batchServer } from '../../../testing/batchServer.ts';
import { openaiExchange } from '../../../testing/openaiExchange.ts';
import type { Served } from '../../../testing/serve.ts';
import type { CapturedCall } from '../capturedCall.ts';
import { captureHealth } from '../captureHealth.ts';
import type { Tap } from '../tapUndici.ts';
import { EndpointTable } from '../wire/endpointTable.ts';
import { tapBatches } from './tapBatches.ts';

const calls: CapturedCall[] = [];
let served: Served;
let tap: Tap;
let openai: OpenAI;
let anthropic: Anthropic;

async function begin(isGzipped: boolean): Promise<void> {
  served = await batchServer(isGzipped);
  tap = tapBatches({
    endpoints: new EndpointTable([
      { provider: 'openai', host: served.host, pathPrefix: '/openai' },
      { provider: 'anthropic', host: served.host, pathPrefix: '/anthropic' },
    ]),
    accounts: new Map(),
    defaults: { feature: 'nightly' },
    allowEmailTenants: false,
    onBegin: () => undefined,
    onCall: (call) => void calls.push(call),
  });
  openai = new OpenAI({ apiKey: 'k', baseURL: `${served.url}/openai/v1`, maxRetries: 0 });
  anthropic = new Anthropic({ apiKey: 'k', baseURL: `${served.url}/anthropic`, maxRetries: 0 });
}
beforeEach(() => {
  calls.length = 0;
  captureHealth.uncaptured.clear();
});
afterEach(async () => {
  tap.stop();
  await served.close();
  expect(captureHealth.lastHandlerError).toBeUndefined();
});

/** The end of an exchange is published after the client has its answer. */
async function read(): Promise<readonly CapturedCall[]> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await tap.settled();
  return calls;
}

/** What the ledger tells records by. */
const keys = () => calls.map(({ identity, startMs }) => [identity, startMs]);

describe.each([false, true])('gzipped %s', (isGzipped) => {
  beforeEach(() => begin(isGzipped));

  it("reads OpenAI's results, one call a line, the same at every download", async () => {
    const { output_file_id: file } = await openai.batches.retrieve('batch_68');
    const text = await (await openai.files.content(String(file))).text();
    expect(text.trim().split('\n')).toHaveLength(3);
    expect(await read()).toMatchObject([
      {
        operation: 'chat',
        responseModel: openaiExchange.model,
        usage: openaiExchange.usage,
        serviceTier: 'batch',
        startMs: 1763900000000,
        batch: { submittedMs: 1763890000000, finishedMs: 1763899999000 },
        attribution: { feature: 'nightly' },
        status: 'ok',
      },
      { operation: 'embeddings', usage: { inputTokens: 12 }, serviceTier: 'batch', startMs: 1763899999000 },
    ]);
    const first = keys();
    expect(new Set(first.map(([identity]) => identity)).size).toBe(2);
    calls.length = 0;
    await (await openai.files.content(String(file))).text();
    await read();
    expect(keys()).toEqual(first);
  });

  it("reads Anthropic's results at the time their batch ended", async () => {
    const results = [];
    for await (const result of await anthropic.messages.batches.results('msgbatch_013')) {
      results.push(result.custom_id);
    }
    expect(results).toEqual(['m', 'n']);
    expect(await read()).toMatchObject([
      {
        provider: 'anthropic',
        responseId: anthropicExchange.id,
        usage: anthropicExchange.usage,
        serviceTier: 'batch',
        startMs: Date.parse('2026-11-22T09:37:24.100Z'),
        batch: {
          submittedMs: Date.parse('2026-11-22T08:00:00Z'),
          finishedMs: Date.parse('2026-11-22T09:37:24.100Z'),
        },
      },
    ]);
  });

  it('counts what has no time, and leaves other files alone', async () => {
    await (await openai.files.content('file-out')).text();
    await (await openai.files.content('file-other')).text();
    expect((await read()).map(({ operation }) => operation)).toEqual(['chat']);
    expect([...captureHealth.uncaptured]).toEqual([[`${served.host}|batch results of an unknown time`, 1]]);
  });
});
