import { NO_OWNERS } from '../../ownership/noOwners.ts';
import { eventDay } from '../../store/eventDay.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_US = 86_400_000_000;

let api: LiveApi;
let threshold = '50000';

beforeAll(async () => {
  api = await startApi({
    now: () => NOON,
    owners: () => ({ ...NO_OWNERS, thresholds: new Map([['list_usd_month_provider', threshold]]) }),
  });
});
afterAll(() => api.stop());

test('nothing before the first close; then what is planted, dearest first, a month, and a smaller model unjudged', async () => {
  expect((await api.get('/api/v1/opportunities')).json).toMatchObject({ from: null, opportunities: [], left: 0 });

  const days = Array.from({ length: 30 }, (_, index) => index + 1);
  const used = (inputTokens: number, outputTokens: number) =>
    ({ kind: 'reported', usage: { inputTokens, outputTokens }, partial: false }) as const;
  let id = 0;
  const call = (ago: number, feature: string, rest: Parameters<typeof moneyRecord>[1] = {}) => {
    id += 1;
    const startUs = NOON * 1_000 - ago * DAY_US + id;
    return moneyRecord(id, { startUs, ...rest, dimensions: { feature, ...rest.dimensions } });
  };
  const calls = days.flatMap((ago) => [
    call(ago, 'assistant', { usage: used(9_000, 100) }),
    call(ago, 'report', { usage: used(500, 1_000), dimensions: { request_type: 'nightly' } }),
    call(ago, 'flaky', { usage: used(500, 200) }),
    call(ago, 'flaky', { usage: used(500, 200), attempt: 2 }),
    call(ago, 'classify', { usage: used(500, 10), dimensions: { model: 'gpt-5' } }),
  ]);
  api.keeper.book([calls]);
  api.keeper.close(days.map((daysAgo) => eventDay(NOON) - daysAgo).reverse());

  const { status, json } = await api.get('/api/v1/opportunities');
  expect(status).toBe(200);
  const body = json as Record<'total' | 'opportunities' | 'spentUsdPerMonth', never> & {
    from: string;
    through: string;
  };
  const listed = body.opportunities as { lever: string; scope: { feature: string }; state: string; monthly: Bounded }[];
  expect(listed.map(({ lever, scope, state }) => [lever, scope.feature, state])).toEqual([
    ['prompt_caching', 'assistant', 'counted'],
    ['batch_shifting', 'report', 'counted'],
    ['retries', 'flaky', 'counted'],
    ['tier_routing', 'classify', 'needs_evaluation'],
  ]);
  expect([body.from, body.through]).toEqual(['2026-10-25', '2026-11-21']);
  // A nightly call is 500 × $0.25 and 1,000 × $2 a million, one a day; 37.5 % off.
  expect(listed[1]?.monthly.usd).toBeCloseTo((0.375 * 0.002_125 * 365) / 12, 9);
  const total = body.total as Bounded;
  const counted = listed.filter(({ state }) => state === 'counted');
  expect(counted.reduce((sum, { monthly }) => sum + monthly.usd, 0)).toBeCloseTo(total.usd, 12);
  expect(total.high).toBeLessThan(body.spentUsdPerMonth);
});

test('providers as a whole: what of a commitment lies idle is counted with what is spent, a contract nobody offered is not', async () => {
  const before = (await api.get('/api/v1/opportunities')).json as Found;
  const charge = { day: '2026-10-01', provider: 'openai', description: 'x' };
  const lines = [
    { ...charge, category: 'purchase', effectiveNanoUsd: 0n, billedNanoUsd: 30_000_000_000_000n } as const,
    { ...charge, category: 'usage', effectiveNanoUsd: 21_000_000_000_000n, billedNanoUsd: 0n } as const,
  ];
  api.bills.keep({ provider: 'openai', month: '2026-10', lines }, { state: 'open', source: 'bill.csv', nowMs: NOON });
  expect((await api.get('/api/v1/opportunities')).json).toEqual(before);
  api.bills.keep({ provider: 'openai', month: '2026-10', lines }, { state: 'final', source: 'bill.csv', nowMs: NOON });

  const { total, spentUsdPerMonth, opportunities } = (await api.get('/api/v1/opportunities')).json as Found;
  expect(opportunities[0]).toMatchObject({ lever: 'idle_commitment', state: 'counted', scope: { provider: 'openai' } });
  expect(opportunities[0]?.monthly).toEqual({ usd: 4_500, low: 2_250, high: 9_000 });
  expect(total.usd - before.total.usd).toBeCloseTo(4_500, 6);
  expect(spentUsdPerMonth - before.spentUsdPerMonth).toBeCloseTo(9_000, 6);

  threshold = '0.01';
  const asked = (await api.get('/api/v1/opportunities')).json as Found;
  const contract = asked.opportunities.find(({ lever }) => lever === 'contract');
  expect(contract).toMatchObject({ state: 'needs_offer', scope: { provider: 'openai' } });
  expect(contract?.monthly.usd).toBeGreaterThan(0);
  expect(asked.total).toEqual(total);

  // The review of a week ranks them among the others.
  const { agenda } = (await api.get('/api/v1/review?week=2026-W47')).json as {
    agenda: { id: string; sentences: string[] }[];
  };
  const [first, ...rest] = agenda.find(({ id }) => id === 'next')?.sentences ?? [];
  expect(first).toBe('idle commitment · openai, $4,500 a month.');
  expect(rest).toHaveLength(2);
});

interface Found {
  readonly total: Bounded;
  readonly spentUsdPerMonth: number;
  readonly opportunities: readonly { readonly lever: string; readonly state: string; readonly monthly: Bounded }[];
}

interface Bounded {
  readonly usd: number;
  readonly low: number;
  readonly high: number;
}
