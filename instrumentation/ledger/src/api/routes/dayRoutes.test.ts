import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

// A busy machine answers late.

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;
const TODAY = Math.floor(NOON / DAY_MS);
const COST = 654_100n;

let now: number;
let api: LiveApi;
beforeEach(async () => {
  now = NOON + 3_600_000;
  api = await startApi({ now: () => now });
});
afterEach(() => api.stop());

const on = (id: number, day: number, feature = 'search', tenant = 'acme') =>
  moneyRecord(id, { startUs: (NOON + day * DAY_MS) * 1_000 + id, dimensions: { feature }, tenant });
const get = async (target: string) => {
  const { status, json } = await api.get(`/api/v1/${target}`);
  expect([target, status]).toEqual([target, 200]);
  return json;
};
const cost = (calls: number) => String(BigInt(calls) * COST);
const sums = (own: number, { adjusted = 0, late = 0 } = {}) => ({
  costNanoUsd: cost(own),
  requests: String(own),
  adjustmentNanoUsd: cost(adjusted),
  lateNanoUsd: cost(late),
  lateRequests: String(late),
  restatedNanoUsd: cost(own + late),
});

/** Two calls of a day that closed, one that came late; one of a day that is closing; two of today. */
function book() {
  api.keeper.book([[on(1, -3), on(2, -3, 'chat'), on(3, -1), on(4, 0), on(5, 0, 'chat', 'other')]]);
  api.keeper.close([TODAY - 3, TODAY - 2]);
  api.keeper.book([[on(6, -3, 'chat', 'zoo')]]);
}

test('a day is its own books, what came later for it, and what it books for others', async () => {
  book();
  expect(await get('days')).toEqual({
    days: [
      { day: '2026-11-19', state: 'closed', ...sums(2, { late: 1 }) },
      { day: '2026-11-20', state: 'closed', ...sums(0) },
      { day: '2026-11-21', state: 'closing', ...sums(1) },
      { day: '2026-11-22', state: 'open', ...sums(2, { adjusted: 1 }) },
    ],
  });
  expect(await get('days?from=2026-11-20&to=2026-11-21')).toMatchObject({
    days: [{ day: '2026-11-20' }, { day: '2026-11-21', costNanoUsd: cost(1) }],
  });
});

test('parts sum to the day, the dearest first, and the rest is other', async () => {
  book();
  expect(await get('days?by=feature&from=2026-11-19&to=2026-11-19')).toEqual({
    days: [
      {
        ...{ day: '2026-11-19', state: 'closed', ...sums(2, { late: 1 }) },
        parts: [
          { name: 'chat', ...sums(1, { late: 1 }) },
          { name: 'search', ...sums(1) },
        ],
      },
    ],
  });
  expect(await get('days?by=tenant&limit=1&from=2026-11-22')).toMatchObject({
    days: [
      {
        ...sums(2, { adjusted: 1 }),
        parts: [
          { name: 'acme', ...sums(1) },
          { name: 'other', ...sums(1, { adjusted: 1 }) },
        ],
      },
    ],
  });
  expect(await get('days?feature=chat&tenant=zoo&tenant=none')).toMatchObject({
    days: [sums(0, { late: 1 }), sums(0), sums(0), sums(0, { adjusted: 1 })],
  });
});

test('money comes to the last digit', async () => {
  const huge = { amount: '9007199.254740993', currency: 'USD' };
  api.keeper.book([[moneyRecord(1, { providerCost: huge }), moneyRecord(2, { providerCost: huge })]]);
  expect(await get('days')).toMatchObject({ days: [{ costNanoUsd: '18014398509481986' }] });
});

test('tenants with what the open days cost, and those not shown', async () => {
  book();
  expect(await get('tenants?limit=1')).toEqual({
    tenants: [{ tenant: 'acme', costNanoUsd: cost(4), listNanoUsd: cost(4), requests: '4', openNanoUsd: cost(2) }],
    others: { tenants: '2', costNanoUsd: cost(2), listNanoUsd: cost(2), requests: '2', openNanoUsd: cost(1) },
  });
  expect(await get('tenants?from=2026-11-19&to=2026-11-19&feature=chat&sort=calls')).toMatchObject({
    tenants: [
      { tenant: 'acme', requests: '1', openNanoUsd: '0' },
      { tenant: 'zoo', requests: '1', openNanoUsd: '0' },
    ],
    others: { tenants: '0', costNanoUsd: '0' },
  });
});

test('without books there are no days and no tenants', async () => {
  expect(await get('days?by=team')).toEqual({ days: [] });
  const nothing = { costNanoUsd: '0', listNanoUsd: '0', requests: '0', openNanoUsd: '0' };
  expect(await get('tenants')).toEqual({ tenants: [], others: { tenants: '0', ...nothing } });
});

test('what cannot be asked is refused with the reason', async () => {
  book();
  for (const [target, error] of [
    ['days?by=colour', /^by: one of feature, team/],
    ['days?from=2026-11-31', /^from: a UTC day/],
    ['days?from=2026-11-22&to=2026-11-21', /after to/],
    ['days?from=2025-01-01', /at most 400 days/],
    ['days?by=tenant&model=gpt-4o', /not by model/],
    ['days?limit=1001&by=team', /from 1 to 1000/],
    ['tenants?model=gpt-4o', /no such parameter/],
    ['tenants?sort=name', /^sort: cost or calls/],
  ] as const) {
    const { status, json } = await api.get(`/api/v1/${target}`);
    expect([target, status, json]).toEqual([
      target,
      400,
      expect.objectContaining({ error: expect.stringMatching(error) }),
    ]);
  }
});
