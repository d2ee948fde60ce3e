import { AnthropicVertex } from '@anthropic-ai/vertex-sdk';
import OpenAI, { AzureOpenAI } from 'openai';
import { startProviders, type Providers } from '../../../../test/workload/providers/startProviders.ts';
import type { Steering } from '../../../../test/workload/providers/steering.ts';
import type { CapturedCall } from './capturedCall.ts';
import { tapUndici, type Tap } from './tapUndici.ts';
import { EndpointTable } from './wire/endpointTable.ts';

const COMPATIBLE = {
  groq: 'groq',
  deepseek: 'deepseek',
  mistral: 'mistral_ai',
  moonshot: 'moonshot_ai',
  xai: 'x_ai',
  openrouter: 'openrouter',
};
const apiKey = 'sk-simulated';
const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
const chat = { model: 'some-model', messages };
const calls: CapturedCall[] = [];
let providers: Providers;
let tap: Tap;

beforeAll(async () => {
  providers = await startProviders({ firstByteMs: 0, paceMs: 0 });
  const { host } = new URL(providers.url);
  const prefixes = { openai: 'openai', azure: 'azure.ai.openai', vertex: 'gcp.vertex_ai', ...COMPATIBLE };
  tap = tapUndici({
    endpoints: new EndpointTable(
      Object.entries(prefixes).map(([prefix, provider]) => ({ provider, host, pathPrefix: `/${prefix}` }))
    ),
    accounts: new Map(),
    defaults: {},
    allowEmailTenants: false,
    lingerMs: 0,
    onBegin: () => undefined,
    onCall: (call) => void calls.push(call),
  });
});
beforeEach(() => {
  calls.length = 0;
  providers.clear();
});
afterAll(async () => {
  tap.stop();
  await providers.close();
});

async function drain(stream: AsyncIterable<unknown>): Promise<void> {
  for await (const _event of stream) {
    // Reading is what matters.
  }
}

const sim = (steering: Steering) => ({ headers: { 'x-sim': JSON.stringify(steering) } });
const spent = sim({ input: 4000, cached: 1024, output: 700, reasoning: 256 });
const openai = () => new OpenAI({ apiKey, baseURL: providers.openaiUrl, maxRetries: 2 });
const azure = () => new AzureOpenAI({ apiKey, apiVersion: '2024-10-21', endpoint: providers.azureUrl });
const vertex = () =>
  new AnthropicVertex({
    region: 'us-east5',
    projectId: 'p',
    baseURL: providers.vertexUrl,
    authClient: { getRequestHeaders: async () => new Headers({ authorization: 'Bearer t' }) } as never,
  });
const claude = { model: 'claude-sonnet-4-5@20250929', max_tokens: 900, messages };
const compatible = (name: string) => new OpenAI({ apiKey, baseURL: providers.compatibleUrl(name) });

const runs: readonly (readonly [what: string, run: () => Promise<unknown>])[] = [
  ...Object.keys(COMPATIBLE).flatMap((name) => [
    [name, () => compatible(name).chat.completions.create(chat, spent)] as const,
    [
      `${name}, streamed`,
      async () =>
        drain(
          await compatible(name).chat.completions.create(
            { ...chat, stream: true, stream_options: { include_usage: true } },
            spent
          )
        ),
    ] as const,
  ]),
  [
    'groq, streamed without asking for usage',
    async () => drain(await compatible('groq').chat.completions.create({ ...chat, stream: true }, spent)),
  ],
  ['Azure', () => azure().chat.completions.create({ ...chat, model: 'ours' }, spent)],
  [
    'Azure, streamed',
    async () =>
      drain(
        await azure().chat.completions.create(
          { ...chat, model: 'ours', stream: true, stream_options: { include_usage: true } },
          sim({ input: 4000, output: 700, model: 'gpt-4o-2024-08-06' })
        )
      ),
  ],
  ['Anthropic on Vertex', () => vertex().messages.create(claude, sim({ input: 5000, cached: 4000, output: 300 }))],
  [
    'Anthropic on Vertex, streamed',
    async () =>
      drain(
        await vertex().messages.create(
          { ...claude, stream: true },
          sim({ input: 5000, cacheWrite1h: 300, output: 300 })
        )
      ),
  ],
  ['embeddings in base64', () => openai().embeddings.create({ model: 'text-embedding-3-small', input: 'a b c' })],
  [
    'embeddings in numbers',
    () => openai().embeddings.create({ model: 'text-embedding-3-small', input: ['a'], encoding_format: 'float' }),
  ],
  [
    'responses with tools',
    () =>
      openai().responses.create(
        { model: 'gpt-5.1', input: 'x' },
        sim({ input: 9000, cacheWrite: 128, output: 300, webSearches: 3, fileSearches: 2 })
      ),
  ],
  [
    'responses, streamed',
    async () =>
      drain(
        await openai().responses.create(
          { model: 'gpt-5.1', input: 'x', stream: true },
          sim({ input: 9000, output: 300, reasoning: 100, webSearches: 1 })
        )
      ),
  ],
  [
    'responses, refused twice',
    () => openai().responses.create({ model: 'gpt-5.1', input: 'x' }, sim({ failures: [429, 503], retryAfterMs: 1 })),
  ],
];

const parts = (usage: object | undefined) =>
  usage && Object.fromEntries(Object.entries(usage).filter(([, count]) => Number(count) > 0));

it.each(runs)("%s: records agree with the provider's books", async (_what, run) => {
  await run();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const truth = providers.truth();
  expect(truth.length).toBeGreaterThan(0);
  expect(
    calls.map(
      ({ provider, requestModel, responseModel, status, isStream, attempt, usage, providerCostUsd, responseId }) => ({
        provider,
        requestModel,
        ...(status === 'ok' && { model: responseModel, id: responseId }),
        status,
        isStream: status === 'ok' && isStream,
        attempt,
        usage: parts(usage),
        charged: providerCostUsd === undefined ? undefined : Number(providerCostUsd),
      })
    )
  ).toEqual(
    truth.map((entry) => ({
      provider: entry.provider,
      requestModel: entry.requestModel,
      ...(entry.status === 'ok' && {
        model: entry.model,
        id: entry.id.startsWith('embd-') ? undefined : entry.id,
      }),
      status: entry.status,
      isStream: entry.status === 'ok' && entry.stream,
      attempt: entry.retryCount + 1,
      usage: parts(entry.usage),
      charged: entry.chargedUsd === undefined ? undefined : Number(entry.chargedUsd),
    }))
  );
});
