import Anthropic from '@anthropic-ai/sdk';
import { metrics, trace, type Meter, type MeterProvider } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import OpenAI from 'openai';
import { anthropicExchange } from '../testing/anthropicExchange.ts';
import { otlpSink, type OtlpSink } from '../testing/otlpSink.ts';
import { providerServer, type ProviderServer } from '../testing/providerServer.ts';
import { runService } from '../testing/runService.ts';
import { BudgetExceededError, budgetExceededIn, flush, instrument, shutdown, withBudget } from './index.ts';
import { createPriceBook, priceCall, splitUsage, type Quantities } from './pricing/index.ts';

const messages = [{ role: 'user' as const, content: 'a prompt nobody may keep' }];
const CHAT = { model: 'gpt-5-mini', messages, max_completion_tokens: 1000 };
const MESSAGE = { model: 'claude-opus-4-8', max_tokens: 4000, messages };

const book = createPriceBook();
function cost(model: string, quantities: Quantities): bigint {
  const priced = priceCall({ quantities, card: book.resolve({ provider: 'anthropic', model, atMs: Date.now() }) });
  return priced.kind === 'priced' ? priced.nanoUsd : -1n;
}
const SPENT = cost(anthropicExchange.model, splitUsage(anthropicExchange.usage) as Quantities);
const usd = (nano: bigint) => Number(nano) / 1e9;

let provider: ProviderServer;
let sink: OtlpSink;
let requests = 0;
let plainFetch: typeof fetch;
beforeAll(async () => {
  provider = await providerServer();
  provider.server.on('request', () => (requests += 1));
  sink = await otlpSink();
  plainFetch = globalThis.fetch;
  instrument({
    endpoint: sink.url,
    providers: `${provider.host}/openai=openai,${provider.host}/anthropic=anthropic`,
  });
});
beforeEach(() => {
  provider.answer = {};
  requests = 0;
});
afterAll(async () => {
  await shutdown();
  await Promise.all([provider.close(), sink.close()]);
});

const openai = (maxRetries = 2) => new OpenAI({ apiKey: 'k', baseURL: `${provider.url}/openai/v1`, maxRetries });
const anthropic = () =>
  new Anthropic({ apiKey: 'k', baseURL: `${provider.url}/anthropic`, maxRetries: 2, logLevel: 'off' });
const raw = (body: object, signal?: AbortSignal) =>
  fetch(`${provider.url}/anthropic/v1/messages`, {
    method: 'POST',
    body: JSON.stringify({ ...MESSAGE, ...body }),
    ...(signal === undefined ? {} : { signal }),
  });

/** What the budget in force holds, from a call that no budget can bear. */
async function peek(): Promise<BudgetExceededError> {
  const error: unknown = await raw({ max_tokens: 1e12 }).catch((failure: unknown) => failure);
  if (!(error instanceof BudgetExceededError)) {
    throw new Error('no refusal');
  }
  return error;
}
/** The end of an exchange is published after the client has its answer. */
async function settled(): Promise<BudgetExceededError> {
  for (;;) {
    const state = await peek();
    if (state.reserved === 0n) {
      return state;
    }
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error
  );

it('leaves fetch alone until the first budget', () => {
  expect(globalThis.fetch).toBe(plainFetch);
});

it('settles at what was used, and nests: the inside counts outside', async () => {
  await withBudget({ usd: 1, task: 'outer' }, async () => {
    await anthropic().messages.create(MESSAGE);
    await withBudget({ usd: 0.5, task: 'inner' }, async () => {
      await anthropic().messages.create(MESSAGE);
      expect(await settled()).toMatchObject({ spent: SPENT, task: 'inner', reason: 'ceiling' });
    });
    expect(await settled()).toMatchObject({ spent: 2n * SPENT, task: 'outer', ceiling: 1_000_000_000n });
  });
  expect(requests).toBe(2);
});

it('refuses by the outer ceiling where that is the tighter one', async () => {
  const told: string[] = [];
  const listen = (name: string) => (error: BudgetExceededError) => void told.push(`${name} ${error.task ?? ''}`);
  const error = await failureOf(
    withBudget({ usd: 0.000001, task: 'outer', onExceeded: listen('outer') }, () =>
      withBudget({ usd: 5, task: 'inner', onExceeded: listen('inner') }, () => openai().chat.completions.create(CHAT))
    )
  );
  expect(error).toBeInstanceOf(BudgetExceededError);
  expect(error).toMatchObject({ task: 'outer', ceiling: 1000n, spent: 0n, reserved: 0n, reason: 'ceiling' });
  expect(told).toEqual(['inner outer', 'outer outer']);
  expect(requests).toBe(0);
});

it.each([
  ['openai', () => openai().chat.completions.create(CHAT)],
  ['openai stream', () => openai().chat.completions.create({ ...CHAT, stream: true })],
  ['openai responses', () => openai().responses.create({ model: 'gpt-5-mini', input: 'x', max_output_tokens: 1000 })],
  ['anthropic', () => anthropic().messages.create(MESSAGE)],
  ['anthropic stream', () => anthropic().messages.stream(MESSAGE).finalMessage()],
  ['fetch', () => raw({})],
])('refuses a call of %s before it is sent, and the client does not try again', async (_name, call) => {
  let told = 0;
  const error = await failureOf(
    withBudget({ usd: 0.000001, onExceeded: () => (told += 1) }, async () => {
      const inside = await failureOf(call());
      expect(budgetExceededIn(inside)).toBeInstanceOf(BudgetExceededError);
      throw inside;
    })
  );
  expect(error).toBeInstanceOf(BudgetExceededError);
  expect(told).toBe(1);
  expect(requests).toBe(0);
});

it('lets through at once only what fits together', async () => {
  const estimate = cost(MESSAGE.model, {
    input: Math.ceil(JSON.stringify(MESSAGE).length / 4),
    output: MESSAGE.max_tokens,
  });
  // Room for three and a half.
  await withBudget({ usd: usd((estimate * 7n) / 2n) }, async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => failureOf(raw({}).then((r) => r.text()))));
    expect(results.filter((error) => error === undefined)).toHaveLength(3);
    expect(results.filter((error) => error instanceof BudgetExceededError)).toHaveLength(17);
    expect((await settled()).spent).toBe(3n * SPENT);
  });
  expect(requests).toBe(3);
});

it('caps attempts, and a failure costs nothing', async () => {
  provider.answer = { refuseWith: 429 };
  const error = await failureOf(
    withBudget({ usd: 1, maxAttempts: 2 }, async () => {
      try {
        await openai(5).chat.completions.create(CHAT);
      } finally {
        expect(await settled()).toMatchObject({ spent: 0n });
      }
    })
  );
  expect(error).toMatchObject({ name: 'BudgetExceededError', reason: 'attempts' });
  expect(requests).toBe(2);
});

it('settles a stream when it ends, and an unknown or aborted one at what was reserved', async () => {
  await withBudget({ usd: 1 }, async () => {
    const stream = await anthropic().messages.create({ ...MESSAGE, stream: true });
    const types: string[] = [];
    for await (const { type } of stream) {
      types.push(type);
    }
    expect(types.at(-1)).toBe('message_stop');
    expect((await settled()).spent).toBe(SPENT);
  });
  provider.answer = { hangAfter: 2 };
  await withBudget({ usd: 1 }, async () => {
    const abort = new AbortController();
    const response = await raw({ stream: true }, abort.signal);
    const { reserved } = await peek();
    expect(reserved).toBeGreaterThan(0n);
    abort.abort();
    await failureOf(response.text());
    expect((await settled()).spent).toBe(reserved);
  });
});

it('gives back what was reserved for a call that never left', async () => {
  await withBudget({ usd: 1 }, async () => {
    expect(await failureOf(raw({}, AbortSignal.abort()))).toMatchObject({ name: 'AbortError' });
    expect(await settled()).toMatchObject({ spent: 0n });
  });
});

it('refuses what has no price, unless told to let it through', async () => {
  const call = () => raw({ model: 'nobody-knows-me' }).then((response) => response.status);
  expect(await failureOf(withBudget({ usd: 100 }, call))).toMatchObject({ reason: 'unpriced' });
  expect(await withBudget({ usd: 100, unpriced: 'allow' }, call)).toBe(200);
  expect(requests).toBe(1);
});

it.each([
  ['at once where the guard is there from the start', 'on', SPENT * 2n, 0],
  ['once the budget is used up where it is not', 'off', SPENT * 2n, 2],
])('holds a client made before the first budget to it, %s', async (_name, AI_FINOPS_BUDGETS, ceiling, sent) => {
  // In a process of its own: undici knows only errors of its own realm, which jest's are not.
  const script = `import Anthropic from '@anthropic-ai/sdk';
    const client = new Anthropic({ maxRetries: 1 });
    const { withBudget, BudgetExceededError } = await import('./src/index.ts');
    let calls = 0;
    const error = await withBudget({ usd: ${usd(ceiling)} }, async () => {
      for (;; calls += 1) {
        await client.messages.create(${JSON.stringify(MESSAGE)});
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }).catch((failure) => failure);
    const health = globalThis[Symbol.for('ai-finops.instrumentation.v1')].health();
    console.log(calls, error instanceof BudgetExceededError, error.reason, health.handlerErrors);`;
  const run = await runService(script, {
    ANTHROPIC_API_KEY: 'k',
    ANTHROPIC_BASE_URL: `${provider.url}/anthropic`,
    AI_FINOPS_ENDPOINT: sink.url,
    AI_FINOPS_PROVIDERS: `${provider.host}/anthropic=anthropic`,
    AI_FINOPS_SDK: 'off',
    AI_FINOPS_BUDGETS,
  });
  expect(run.output).toBe(`${sent} true ceiling 0\n`);
  expect(requests).toBe(sent);
});

it('counts refusals, and shows them on the active span', async () => {
  const counted: unknown[] = [];
  const createCounter = (name: string) => ({
    add: (value: number, labels: object) => counted.push([name, value, labels]),
  });
  metrics.setGlobalMeterProvider({ getMeter: () => ({ createCounter }) as unknown as Meter } as MeterProvider);
  const span = new TracerProvider().getTracer('app').startSpan('run');
  jest.spyOn(trace, 'getSpan').mockReturnValue(span);
  await failureOf(withBudget({ usd: 0 }, () => raw({})));
  jest.restoreAllMocks();
  metrics.disable();
  expect(counted).toEqual([
    ['ai_finops_budget_refusals', 1, { reason: 'ceiling', feature: 'unallocated', team: 'unallocated' }],
  ]);
  expect(span).toMatchObject({
    events: [{ name: 'ai_finops.budget.refused', attributes: { 'ai_finops.budget.reason': 'ceiling' } }],
  });
});

it('is the same fetch outside a budget, and passes on errors, results and other requests inside', async () => {
  expect([fetch.name, fetch.length]).toEqual([plainFetch.name, plainFetch.length]);
  expect((await raw({})).status).toBe(200);
  await expect(fetch('not a url')).rejects.toThrow('Failed to parse URL');
  expect(await withBudget({ usd: 0 }, () => 7)).toBe(7);
  await withBudget({ usd: 0 }, async () => {
    expect((await fetch(`${sink.url}/`, { method: 'GET' })).status).toBe(200);
    await expect(fetch('not a url')).rejects.toThrow('Failed to parse URL');
  });
  const own = new Error('own');
  expect(await failureOf(withBudget({ usd: 1 }, () => Promise.reject(own)))).toBe(own);
  await expect(withBudget({ usd: Number.NaN }, () => 1)).rejects.toThrow(RangeError);
  await expect(withBudget({ usd: 1, maxAttempts: 0 }, () => 1)).rejects.toThrow(RangeError);
});

it('puts fetch back at shutdown, with no error of ours on the way', async () => {
  expect(instrument().health()).toMatchObject({ handlerErrors: 0 });
  await flush();
  await shutdown();
  expect(globalThis.fetch).toBe(plainFetch);
});
