import { eventDay } from '../../store/eventDay.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_US = 86_400_000_000;

let api: LiveApi;

beforeAll(async () => {
  api = await startApi({ now: () => NOON });
  const days = Array.from({ length: 30 }, (_, index) => index + 1);
  api.keeper.book([days.map((daysAgo) => moneyRecord(daysAgo, { startUs: NOON * 1_000 - daysAgo * DAY_US }))]);
  api.keeper.close(days.map((daysAgo) => eventDay(NOON) - daysAgo).reverse());
});
afterAll(() => api.stop());

test('90 days with their bounds, 12 months, and no score before anything was kept', async () => {
  const { status, json } = await api.get('/api/v1/forecasts?scope=feature&name=search');
  expect(status).toBe(200);
  const { days, months, kept, state, reason, notes } = json as Record<string, Record<string, unknown>[]>;
  expect({ state, reason, kept }).toEqual({ state: 'ready', reason: null, kept: [] });
  expect(days).toHaveLength(90);
  expect(days?.[0]).toMatchObject({ day: '2026-11-22', usd: 0.000_654_1 });
  expect(months?.[0]).toMatchObject({ month: '2026-12' });
  expect(notes).toHaveLength(1);
});

test('a name without history has a reason; what is not asked well is told how', async () => {
  expect((await api.get('/api/v1/forecasts?scope=team&name=nobody')).json).toMatchObject({
    state: 'no_history',
    days: [],
    months: [],
  });
  expect(await api.get('/api/v1/forecasts?scope=team')).toEqual({
    status: 400,
    json: { error: 'name: say which team', field: 'name' },
  });
  expect((await api.get('/api/v1/forecasts?scope=total&name=x')).status).toBe(400);
  expect((await api.get('/api/v1/forecasts?scope=planet')).json).toMatchObject({ field: 'scope' });
});
