import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import Groq from 'groq-sdk';
import OpenAI, { AzureOpenAI, toFile } from 'openai';
import Together from 'together-ai';
import { compatibleExchanges } from '../../testing/compatibleExchanges.ts';
import { formatExchanges } from '../../testing/formatExchanges.ts';
import type { RecordedExchange } from '../../testing/recordedExchange.ts';
import { recordedServer } from '../../testing/recordedServer.ts';
import type { Served } from '../../testing/serve.ts';
import type { CapturedCall } from './capturedCall.ts';
import { captureHealth } from './captureHealth.ts';
import { tapUndici, type Tap } from './tapUndici.ts';
import { EndpointTable } from './wire/endpointTable.ts';

const every = [...compatibleExchanges, ...formatExchanges];
const messages = [{ role: 'user' as const, content: 'a prompt nobody may keep' }];
const apiKey = 'sk-test';
const calls: CapturedCall[] = [];
let served: Served;
let tap: Tap;
let heard: () => void = () => undefined;

beforeAll(async () => {
  served = await recordedServer(every);
  const providers = [...new Set(every.map(({ provider }) => provider))];
  tap = tapUndici({
    endpoints: new EndpointTable(
      providers.map((provider) => ({ provider, host: served.host, pathPrefix: `/${provider}` }))
    ),
    accounts: new Map(),
    defaults: {},
    allowEmailTenants: false,
    lingerMs: 0,
    onBegin: () => undefined,
    onCall(call) {
      calls.push(call);
      heard();
    },
  });
});
beforeEach(() => {
  calls.length = 0;
});
afterAll(async () => {
  tap.stop();
  await served.close();
  expect(captureHealth.lastHandlerError).toBeUndefined();
});

async function captured(): Promise<CapturedCall> {
  while (calls.length === 0) {
    await new Promise<void>((resolve) => (heard = resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(calls).toHaveLength(1);
  return calls[0] as CapturedCall;
}

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of stream) {
    // Reading is what matters.
  }
}

const recordedAt = (provider: string, path: string) =>
  every.find((one) => one.provider === provider && one.path.includes(path)) as RecordedExchange;
const base = ({ provider, path }: RecordedExchange) =>
  `${served.url}/${provider}${path.replace('/chat/completions', '')}`;
const chat = { model: 'asked-for', messages };

interface Call {
  readonly what: string;
  readonly recorded: RecordedExchange;
  readonly asked: string;
  run(): Promise<unknown>;
}

const openai = () => new OpenAI({ apiKey, baseURL: `${served.url}/openai/v1`, maxRetries: 0 });
const azure = () =>
  new AzureOpenAI({ apiKey, apiVersion: '2024-10-21', endpoint: `${served.url}/azure.ai.openai`, maxRetries: 0 });
const groq = () => new Groq({ apiKey, baseURL: `${served.url}/groq`, maxRetries: 0 });
const together = () => new Together({ apiKey, baseURL: `${served.url}/together/v1`, maxRetries: 0 });
const vertex = () =>
  new AnthropicVertex({
    region: 'us-east5',
    projectId: 'p',
    baseURL: `${served.url}/gcp.vertex_ai/v1`,
    authClient: { getRequestHeaders: async () => new Headers({ authorization: 'Bearer t' }) } as never,
  });
const claude = { model: 'claude-sonnet-4-5@20250929', max_tokens: 9, messages };
const sound = () => toFile(Buffer.alloc(200_000, 'RIFF'), 'voice.wav');

const byOpenai = compatibleExchanges
  .filter(({ provider }) => provider !== 'azure.ai.openai')
  .flatMap((recorded): Call[] => {
    const client = () => new OpenAI({ apiKey, baseURL: base(recorded), maxRetries: 0 });
    const { provider } = recorded;
    return [
      { what: `${provider} by openai`, recorded, asked: chat.model, run: () => client().chat.completions.create(chat) },
      {
        what: `${provider} by openai, streamed`,
        recorded,
        asked: chat.model,
        run: async () => drain(await client().chat.completions.create({ ...chat, stream: true })),
      },
    ];
  });

const own: readonly Call[] = [
  {
    what: 'Azure by AzureOpenAI',
    recorded: recordedAt('azure.ai.openai', 'chat'),
    asked: 'our-model',
    run: () => azure().chat.completions.create({ ...chat, model: 'our-model' }),
  },
  {
    what: 'Azure by AzureOpenAI, streamed',
    recorded: recordedAt('azure.ai.openai', 'chat'),
    asked: 'our-model',
    run: async () => drain(await azure().chat.completions.create({ ...chat, model: 'our-model', stream: true })),
  },
  {
    what: 'Groq by groq-sdk',
    recorded: recordedAt('groq', 'chat'),
    asked: chat.model,
    run: () => groq().chat.completions.create(chat),
  },
  {
    what: 'Groq by groq-sdk, streamed',
    recorded: recordedAt('groq', 'chat'),
    asked: chat.model,
    run: async () => drain(await groq().chat.completions.create({ ...chat, stream: true })),
  },
  {
    what: 'Together by together-ai',
    recorded: recordedAt('together', 'chat'),
    asked: chat.model,
    run: () => together().chat.completions.create(chat),
  },
  {
    what: 'Together by together-ai, streamed',
    recorded: recordedAt('together', 'chat'),
    asked: chat.model,
    run: async () => drain(await together().chat.completions.create({ ...chat, stream: true })),
  },
  {
    what: 'Anthropic on Vertex by vertex-sdk',
    recorded: recordedAt('gcp.vertex_ai', ':rawPredict'),
    asked: claude.model,
    run: () => vertex().messages.create(claude),
  },
  {
    what: 'Anthropic on Vertex by vertex-sdk, streamed',
    recorded: recordedAt('gcp.vertex_ai', ':streamRawPredict'),
    asked: claude.model,
    run: async () => drain(await vertex().messages.create({ ...claude, stream: true })),
  },
  {
    what: 'embeddings',
    recorded: recordedAt('openai', 'embeddings'),
    asked: 'text-embedding-3-small',
    run: () => openai().embeddings.create({ input: ['a'.repeat(100_000), 'b'], model: 'text-embedding-3-small' }),
  },
  {
    what: 'legacy completions',
    recorded: recordedAt('openai', 'v1/completions'),
    asked: 'gpt-3.5-turbo-instruct',
    run: () => openai().completions.create({ model: 'gpt-3.5-turbo-instruct', prompt: 'x' }),
  },
  {
    what: 'responses with tools, streamed',
    recorded: recordedAt('openai', 'responses'),
    asked: 'gpt-5.1',
    run: async () => drain(await openai().responses.create({ model: 'gpt-5.1', input: 'x', stream: true })),
  },
  {
    what: 'images',
    recorded: recordedAt('openai', 'images'),
    asked: 'gpt-image-1',
    run: () => openai().images.generate({ model: 'gpt-image-1', prompt: 'x' }),
  },
  {
    what: 'images, streamed',
    recorded: recordedAt('openai', 'images'),
    asked: 'gpt-image-1',
    run: async () => drain(await openai().images.generate({ model: 'gpt-image-1', prompt: 'x', stream: true })),
  },
  {
    what: 'a transcription, by a form with the sound before the model',
    recorded: recordedAt('openai', 'transcriptions'),
    asked: 'gpt-4o-transcribe',
    run: async () => openai().audio.transcriptions.create({ file: await sound(), model: 'gpt-4o-transcribe' }),
  },
  {
    what: 'a transcription, streamed',
    recorded: recordedAt('openai', 'transcriptions'),
    asked: 'gpt-4o-transcribe',
    run: async () =>
      drain(
        await openai().audio.transcriptions.create({ model: 'gpt-4o-transcribe', file: await sound(), stream: true })
      ),
  },
];

it.each([...byOpenai, ...own])('$what: one record, exact', async ({ recorded, asked, run }) => {
  await run();
  const call = await captured();
  expect(call).toMatchObject({
    status: 'ok',
    provider: recorded.provider,
    requestModel: asked,
    responseModel: recorded.model,
    responseId: recorded.id,
    providerCostUsd: recorded.costUsd,
    isUsagePartial: false,
  });
  for (const [part, count] of Object.entries(recorded.usage)) {
    expect([part, call.usage?.[part as keyof typeof call.usage] ?? 0]).toEqual([part, count]);
  }
  expect(JSON.stringify(call)).not.toContain('nobody may keep');
});

it('knows sound for an answer without usage', async () => {
  await (await openai().audio.speech.create({ model: 'gpt-4o-mini-tts', voice: 'alloy', input: 'x' })).arrayBuffer();
  expect(await captured()).toMatchObject({
    status: 'ok',
    requestModel: 'gpt-4o-mini-tts',
    usage: undefined,
    usageUnknown: 'not_reported',
  });
});

it('does not count a response again that is fetched by its id', async () => {
  const { id } = recordedAt('openai', 'responses');
  await openai()
    .responses.retrieve(String(id))
    .catch(() => undefined);
  await openai()
    .models.list()
    .catch(() => undefined);
  await openai().responses.create({ model: 'gpt-5.1', input: 'x' });
  expect((await captured()).responseId).toBe(id);
});
