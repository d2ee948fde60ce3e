import { metrics, type Meter, type MeterProvider } from '@opentelemetry/api';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { anthropicExchange } from '../testing/anthropicExchange.ts';
import { otlpSink, type OtlpSink } from '../testing/otlpSink.ts';
import { providerServer, type ProviderServer } from '../testing/providerServer.ts';
import { runService } from '../testing/runService.ts';
import { BudgetExceededError, instrument, shutdown, withAttribution, withBudget } from './index.ts';
import { createPriceBook, priceCall, splitUsage, type Quantities } from './pricing/index.ts';

const MESSAGE = {
  model: 'claude-opus-4-8',
  max_tokens: 4000,
  messages: [{ role: 'user', content: 'nobody may keep it' }],
};
const book = createPriceBook();
function cost(model: string, quantities: Quantities): bigint {
  const priced = priceCall({ quantities, card: book.resolve({ provider: 'anthropic', model, atMs: Date.now() }) });
  return priced.kind === 'priced' ? priced.nanoUsd : -1n;
}
const SPENT = cost(anthropicExchange.model, splitUsage(anthropicExchange.usage) as Quantities);
const RESERVED = cost(MESSAGE.model, {
  input: Math.ceil(JSON.stringify(MESSAGE).length / 4),
  output: MESSAGE.max_tokens,
});

/** Hard quotas by name; other names have none. */
const limits = new Map<string, { limit: bigint; spent: bigint }>();
const asked: string[] = [];
const counted: unknown[] = [];
let behave: 'answer' | 'hang' | 'fail' | 'refuse' | 'babble' = 'answer';
let ledger: Server;
let provider: ProviderServer;
let sink: OtlpSink;
let requests = 0;
let names = 0;

beforeAll(async () => {
  provider = await providerServer();
  provider.server.on('request', () => (requests += 1));
  sink = await otlpSink();
  ledger = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://ledger');
    const name = url.searchParams.get('name') ?? '';
    asked.push(`${url.pathname} ${url.searchParams.get('scope')} ${name} ${request.headers.authorization}`);
    const quota = limits.get(name);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const standing = { limitNanoUsd: String(quota?.limit), spentNanoUsd: String(quota?.spent), until };
    const soft = { kind: 'soft', limitNanoUsd: '0', spentNanoUsd: '1', until };
    if (behave !== 'hang') {
      response.statusCode = { answer: 200, fail: 500, refuse: 401, babble: 200 }[behave];
      response.end(
        JSON.stringify(
          behave === 'babble'
            ? { quotas: [{ kind: 'hard' }] }
            : { quotas: quota ? [{ kind: 'hard', ...standing }, soft] : [soft] }
        )
      );
    }
  });
  ledger.listen(0, '127.0.0.1');
  await once(ledger, 'listening');
  process.env['AI_FINOPS_QUOTA_URL'] = `http://127.0.0.1:${(ledger.address() as AddressInfo).port}/`;
  process.env['AI_FINOPS_QUOTA_TOKEN'] = 'secret';
  instrument({ endpoint: sink.url, providers: `${provider.host}/anthropic=anthropic`, feature: 'of-service' });
  const createCounter = (name: string) => ({
    add: (value: number, labels: object) => name.includes('quota') && counted.push([name, value, labels]),
  });
  metrics.setGlobalMeterProvider({ getMeter: () => ({ createCounter }) as unknown as Meter } as MeterProvider);
});
beforeEach(() => {
  behave = 'answer';
  requests = 0;
  asked.length = 0;
  counted.length = 0;
  names += 1;
});
afterAll(async () => {
  metrics.disable();
  delete process.env['AI_FINOPS_QUOTA_URL'];
  delete process.env['AI_FINOPS_QUOTA_TOKEN'];
  ledger.closeAllConnections();
  ledger.close();
  await shutdown();
  await Promise.all([provider.close(), sink.close()]);
});

const call = async () => {
  const response = await fetch(`${provider.url}/anthropic/v1/messages`, {
    method: 'POST',
    body: JSON.stringify(MESSAGE),
  });
  return response.text();
};
/** Who calls of this test are for: nobody has asked for them before. */
const here = () => ({ feature: `feature-${names}`, tenant: `tenant-${names}` });
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error
  );

it('asks nothing and refuses nothing where nobody opted in', async () => {
  limits.set(here().feature, { limit: 0n, spent: 0n });
  await withAttribution(here(), () => withBudget({ usd: 1 }, call));
  expect([requests, asked.length, counted.length]).toEqual([1, 0, 0]);
  await expect(withBudget({ usd: Infinity }, call)).rejects.toThrow(RangeError);
});

it('refuses a call before it is sent where the hard quota of its tenant is used up', async () => {
  const { tenant } = here();
  limits.set(tenant, { limit: 1_000_000_000n, spent: 999_999_999n });
  const told: string[] = [];
  const onExceeded = ({ message }: BudgetExceededError) => void told.push(message);
  const error = await failureOf(
    withAttribution(here(), () => withBudget({ usd: Infinity, quotas: true, onExceeded }, call))
  );
  expect(error).toBeInstanceOf(BudgetExceededError);
  expect(error).toMatchObject({
    reason: 'quota',
    quota: `tenant ${tenant}`,
    ceiling: 1_000_000_000n,
    spent: 999_999_999n,
  });
  expect(told[0]).toMatch(
    `AI call refused before it was sent (quota): quota of tenant ${tenant} of $1.000000000, $0.999999999 spent`
  );
  expect(requests).toBe(0);
  expect(asked.sort()).toEqual([
    `/api/v1/quotas feature feature-${names} Bearer secret`,
    `/api/v1/quotas tenant tenant-${names} Bearer secret`,
  ]);
});

it('holds under 1,000 calls at once, of one answer, and lets on what was reserved too much', async () => {
  const { feature } = here();
  // Room for ten and a half as reserved, and for one more when they are settled.
  limits.set(feature, { limit: 7n + (RESERVED * 21n) / 2n, spent: 7n });
  const room = () => withAttribution(here(), () => withBudget({ usd: Infinity, quotas: true }, call));
  const results = await Promise.all(Array.from({ length: 1_000 }, () => failureOf(room())));
  expect(results.filter((error) => error === undefined)).toHaveLength(10);
  expect(results.every((error) => error === undefined || (error as BudgetExceededError).reason === 'quota')).toBe(true);
  expect([requests, asked.length]).toEqual([10, 2]);
  expect(10n * SPENT + RESERVED).toBeLessThan(RESERVED * 10n);
  await room();
  expect([requests, asked.length, counted.length]).toEqual([11, 2, 0]);
});

it('looks at whom each call is for, also in budgets inside, and takes the service’s own feature', async () => {
  limits.set('blocked', { limit: 0n, spent: 0n });
  await withBudget({ usd: 1, quotas: true }, async () => {
    await call();
    const inside = withAttribution({ tenant: 'blocked' }, () => withBudget({ usd: 1 }, call));
    expect(await failureOf(inside)).toMatchObject({ reason: 'quota', quota: 'tenant blocked' });
    await call();
  });
  expect(requests).toBe(2);
  expect(asked).toContain('/api/v1/quotas feature of-service Bearer secret');
});

it.each([
  ['fail', 'unreachable'],
  ['refuse', 'refused'],
  ['babble', 'malformed'],
] as const)('lets calls on and counts them where the ledger does %s', async (how, reason) => {
  behave = how;
  await withAttribution(here(), () => withBudget({ usd: 1, quotas: true }, () => Promise.all([call(), call()])));
  expect(requests).toBe(2);
  expect(counted).toEqual(
    expect.arrayContaining(
      ['feature', 'tenant'].map((scope) => ['ai_finops_quota_unchecked_calls', 1, { scope, reason }])
    )
  );
  expect([counted.length, asked.length]).toEqual([4, 2]);
});

it('waits a second for a ledger that hangs, once, and not again for the next calls', async () => {
  behave = 'hang';
  const started = Date.now();
  await withAttribution(here(), () =>
    withBudget({ usd: 1, quotas: true }, async () => {
      await call();
      const waited = Date.now();
      expect(waited - started).toBeGreaterThanOrEqual(990);
      await call();
      expect(Date.now() - waited).toBeLessThan(900);
    })
  );
  expect([requests, asked.length, counted.length]).toEqual([2, 2, 4]);
});

it('holds a client made before the first budget, too, once the ledger has answered', async () => {
  // In a process of its own: undici knows only errors of its own realm, which jest's are not.
  const { feature } = here();
  limits.set(feature, { limit: 0n, spent: 0n });
  const script = `import Anthropic from '@anthropic-ai/sdk';
    const client = new Anthropic({ maxRetries: 0 });
    const { withAttribution, withBudget } = await import('./src/index.ts');
    let calls = 0;
    const error = await withAttribution({ feature: '${feature}' }, () => withBudget({ usd: Infinity, quotas: true }, async () => {
      for (;; calls += 1) {
        await client.messages.create(${JSON.stringify(MESSAGE)});
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    })).catch((failure) => failure);
    console.log(calls, error.reason, error.quota);`;
  const run = await runService(script, {
    ...{ ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: `${provider.url}/anthropic`, AI_FINOPS_SDK: 'off' },
    ...{ AI_FINOPS_ENDPOINT: sink.url, AI_FINOPS_PROVIDERS: `${provider.host}/anthropic=anthropic` },
    AI_FINOPS_QUOTA_URL: process.env['AI_FINOPS_QUOTA_URL'] ?? '',
  });
  expect(run.output).toBe(`1 quota feature ${feature}\n`);
});

it('says so where nobody configured a ledger', async () => {
  delete process.env['AI_FINOPS_QUOTA_URL'];
  await withAttribution(here(), () => withBudget({ usd: 1, quotas: true }, call));
  expect(counted[0]).toEqual(['ai_finops_quota_unchecked_calls', 1, { scope: 'feature', reason: 'not_configured' }]);
  expect([requests, asked.length]).toEqual([1, 0]);
});
