import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TRACE = '07'.repeat(16);
const span = (id: number) => `${id.toString(16).padStart(8, '0')}07070707`;

let api: LiveApi | undefined;
afterEach(() => {
  api?.stop();
  api = undefined;
});

const start = async (prices = createPriceBook()) => {
  api = await startApi({ now: () => NOON + 3_600_000, prices });
  return api;
};

test('shows component × quantity × rate = cost, with the card and its day', async () => {
  const { keeper, get } = await start();
  keeper.book([[moneyRecord(1)]]);
  const { json } = await get(`/api/v1/call?trace=${TRACE}&span=${span(1)}`);
  expect(json).toMatchObject({
    call: { costNanoUsd: '654100', spanId: span(1) },
    rateCard: expect.stringContaining('openai/gpt-5-mini'),
    working: {
      kind: 'priced',
      day: '2026-11-22',
      card: (json as { rateCard: string }).rateCard,
      components: [
        { component: 'input', quantity: 466, paidPerMillion: '0.25', usd: '0.0001165' },
        { component: 'cache_read', quantity: 1_024, paidPerMillion: '0.025', usd: '0.0000256' },
        { component: 'output', quantity: 128, paidPerMillion: '2', usd: '0.000256' },
        { component: 'reasoning', quantity: 128, paidPerMillion: '2', usd: '0.000256' },
      ],
      usd: '0.0006541',
      bookedUsd: '0.0006541',
      isAsBooked: true,
    },
  });
  const found = await get(`/api/v1/call?trace=${TRACE}&span=${span(1)}&time=2026-11-22T12:00:00.000001Z`);
  expect(found.json).toEqual(json);
  for (const [query, status] of [
    [`trace=${TRACE}&span=${span(2)}`, 404],
    [`trace=${TRACE}&span=${span(1)}&time=2026-11-22T12:00:00.000002Z`, 404],
    [`trace=${TRACE}&span=${span(1)}&time=noon`, 400],
    [`trace=${TRACE}`, 400],
    [`trace=${TRACE}&span=1`, 400],
  ] as const) {
    expect([query, (await get(`/api/v1/call?${query}`)).status]).toEqual([query, status]);
  }
});

test('says so where prices changed since it was booked', async () => {
  const overlay = parsePriceOverlay({
    contracts: [{ provider: 'openai', from: '2026-01-01', discountPercent: '50' }],
  });
  const { keeper, get } = await start(createPriceBook(overlay));
  keeper.book([[moneyRecord(1), moneyRecord(2, { dimensions: { model: 'no-such-model' } })]]);
  const working = async (id: number) =>
    ((await get(`/api/v1/call?trace=${TRACE}&span=${span(id)}`)).json as { working: object }).working;
  expect(await working(1)).toMatchObject({ bookedUsd: '0.0006541', usd: '0.00032705', isAsBooked: false });
  expect(await working(2)).toEqual({ kind: 'unpriced', reason: 'unknown_model' });
});

test('what the provider charged, what failed first and what is unknown have no working', async () => {
  const { keeper, get } = await start();
  keeper.book([
    [
      moneyRecord(1, { providerCost: { amount: '0.012', currency: 'USD' } }),
      moneyRecord(2, { usage: { kind: 'none' }, status: 'refused' }),
      moneyRecord(3, { usage: { kind: 'unknown', reason: 'aborted' } }),
      moneyRecord(4, { usage: { kind: 'reported', usage: { inputTokens: NaN, outputTokens: 1 }, partial: false } }),
    ],
  ]);
  const working = async (id: number) =>
    ((await get(`/api/v1/call?trace=${TRACE}&span=${span(id)}`)).json as { working: object }).working;
  expect([await working(1), await working(2), await working(3), await working(4)]).toEqual([
    { kind: 'provider', usd: '0.012' },
    { kind: 'free' },
    { kind: 'unpriced', reason: 'usage_unknown_aborted' },
    { kind: 'unpriced', reason: 'invalid_usage' },
  ]);
});
