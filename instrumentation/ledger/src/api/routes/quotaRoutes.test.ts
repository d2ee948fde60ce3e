import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { Registry } from 'prom-client';
import { parseOwners } from '../../ownership/parseOwners.ts';
import { askQuotas } from '../../quotas/askQuotas.ts';
import { createQuotaWatch } from '../../quotas/createQuotaWatch.ts';
import { registerQuotas } from '../../quotas/registerQuotas.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_US = 86_400_000_000;
const EACH = 654_100n;

let nowMs = NOON;
let looks = 0;
let api: LiveApi;
const quota = (scope: string, name: string, period: string, kind: string, nano: bigint) => ({
  ...{ scope, name, period, kind },
  usd: `0.${String(nano).padStart(9, '0')}`,
});
const { quotas } = parseOwners({
  quotas: [
    quota('feature', 'search', 'day', 'soft', 2n * EACH),
    quota('feature', 'search', 'day', 'hard', 3n * EACH),
    quota('feature', 'search', 'month', 'hard', 9n * EACH),
    quota('tenant', 'a & b/../c?', 'month', 'hard', 2n * EACH),
    quota('tenant', 'acme/eu', 'month', 'soft', 2n * EACH),
  ],
});
const watch = createQuotaWatch({
  look() {
    looks += 1;
    return askQuotas(api.ask, quotas, nowMs);
  },
  now: () => nowMs,
  maxAgeMs: 2_000,
});

beforeAll(async () => {
  api = await startApi({ now: () => nowMs, quotas: watch.fresh });
});
afterAll(() => api.stop());

let id = 0;
/** One call that costs 654,100 nano-USD. */
function book(ago: number, rest: Parameters<typeof moneyRecord>[1] = {}): void {
  id += 1;
  api.keeper.book([[moneyRecord(id, { startUs: NOON * 1_000 - ago * DAY_US + id, ...rest })]]);
}
const ask = async (search: string) => {
  watch.forget();
  return (await api.get(`/api/v1/quotas${search}`)).json as {
    state: string;
    spentNanoUsd: string | null;
    limitNanoUsd: string | null;
    until: string | null;
    quotas: { kind: string; period: string; state: string; spentNanoUsd: string }[];
  };
};

test('what is spent in the day and the month, to the nano-USD, and the one that decides', async () => {
  book(0);
  book(0, { tenant: 'other', dimensions: { feature: 'chat' } });
  book(1);
  // October's.
  book(22);
  const answer = await ask('?scope=feature&name=search');
  expect(answer).toMatchObject({
    ...{ state: 'ok', spentNanoUsd: String(EACH), limitNanoUsd: String(2n * EACH), until: '2026-11-23T00:00:00.000Z' },
  });
  expect(answer.quotas.map(({ period, kind, spentNanoUsd }) => [period, kind, spentNanoUsd])).toEqual([
    ['day', 'soft', String(EACH)],
    ['day', 'hard', String(EACH)],
    ['month', 'hard', String(2n * EACH)],
  ]);
  book(0);
  expect(await ask('?scope=feature&name=search')).toMatchObject({
    state: 'soft_exceeded',
    spentNanoUsd: String(2n * EACH),
  });
  book(0);
  expect(await ask('?scope=feature&name=search')).toMatchObject({
    ...{ state: 'hard_exceeded', spentNanoUsd: String(3n * EACH), limitNanoUsd: String(3n * EACH) },
  });
});

test('names travel in the query string; without a quota nothing is exceeded; all are listed', async () => {
  book(2, { tenant: 'a & b/../c?' });
  const name = encodeURIComponent('a & b/../c?');
  expect(await ask(`?scope=tenant&name=${name}`)).toMatchObject({
    ...{ state: 'ok', spentNanoUsd: String(EACH), until: '2026-12-01T00:00:00.000Z' },
  });
  expect(await ask('?scope=tenant&name=search')).toEqual({
    ...{ state: 'ok', spentNanoUsd: null, limitNanoUsd: null, until: null, quotas: [] },
  });
  expect((await ask('')).quotas).toHaveLength(5);
  expect((await api.get('/api/v1/quotas?scope=team')).status).toBe(400);
});

test('the path of a name answers as its query does', async () => {
  for (const [scope, name] of [
    ['feature', 'search'],
    ['tenant', 'acme/eu'],
    ['tenant', 'none of it'],
  ] as const) {
    const path = `/${scope}/${encodeURIComponent(name)}`;
    expect(await ask(path)).toEqual(await ask(`?${new URLSearchParams({ scope, name }).toString()}`));
  }
  expect((await ask('/tenant/acme%2Feu')).quotas).toHaveLength(1);
});

test.each([
  ['/tenant/a%20%26%20b%2F..%2Fc%3F', 400, 'dot segment'],
  ['/tenant/..%2f..%2fmetrics', 400, 'dot segment'],
  ['/tenant/%2e%2e/days', 400, 'dot segment'],
  ['/tenant/%252e%252e', 400, 'dot segment'],
  ['/tenant/acme%252Feu', 400, 'encoded twice'],
  ['/tenant/acme%00', 400, 'as the books have it'],
  ['/tenant/%ff', 400, 'percent-encode'],
  ['/team/a', 400, 'feature or tenant'],
  ['/tenant/acme?name=beta', 400, 'give it once'],
  ['/tenant/acme/eu', 404, 'not found'],
  ['/tenant/', 404, 'not found'],
])('%s is refused', async (path, status, words) => {
  // As it stands: fetch would take the dots away.
  const [response] = (await once(get(new URL(api.url), { path: `/api/v1/quotas${path}` }), 'response')) as [
    IncomingMessage,
  ];
  expect([response.statusCode, await json(response)]).toEqual([
    status,
    expect.objectContaining({ error: expect.stringContaining(words) }),
  ]);
});

test('what came late counts in its own day, and a new period begins at 0', async () => {
  nowMs = Date.UTC(2026, 10, 23, 1);
  const next = await ask('?scope=feature&name=search');
  expect(next.quotas.map(({ period, spentNanoUsd }) => [period, spentNanoUsd])).toEqual([
    ['day', '0'],
    ['day', '0'],
    ['month', String(4n * EACH + EACH)],
  ]);
  nowMs = Date.UTC(2026, 11, 1);
  expect((await ask('?scope=feature&name=search')).quotas.map(({ spentNanoUsd }) => spentNanoUsd)).toEqual([
    '0',
    '0',
    '0',
  ]);
  nowMs = NOON;
});

test('the books are asked once in two seconds, whoever asks, and again when a day has ended', async () => {
  watch.forget();
  looks = 0;
  await Promise.all(Array.from({ length: 50 }, () => watch.fresh()));
  await watch.fresh();
  expect(looks).toBe(1);
  nowMs += 2_000;
  await watch.fresh();
  expect(looks).toBe(2);
  nowMs = Date.UTC(2026, 10, 22, 23, 59, 59, 500);
  await watch.fresh();
  nowMs += 500;
  await watch.fresh();
  expect(looks).toBe(4);
  nowMs = NOON;
});

test('metrics tell the money of a period once', async () => {
  const registry = new Registry();
  registerQuotas(registry, watch.last);
  await ask('');
  const text = await registry.metrics();
  expect(text.match(/^genai_quota_spent_usd\{scope="feature",name="search",period="day"\} .*/gm)).toEqual([
    'genai_quota_spent_usd{scope="feature",name="search",period="day"} 0.0019623',
  ]);
});
