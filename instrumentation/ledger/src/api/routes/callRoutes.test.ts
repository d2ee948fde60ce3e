import type { MoneyRecord } from '../../intake/moneyRecord.ts';
import { moneyRecord } from '../../store/moneyRecord.fixture.ts';
import { startApi, type LiveApi } from '../liveApi.fixture.ts';

// A busy machine answers late.

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;
const TRACE = '07'.repeat(16);

interface Shown {
  readonly time: string;
  readonly spanId: string;
  readonly costNanoUsd: string | null;
}
interface Page {
  readonly calls: Shown[];
  readonly next: string | null;
}

let api: LiveApi;
beforeEach(async () => {
  api = await startApi({ now: () => NOON + 3_600_000 });
});
afterEach(() => api.stop());

const book = (...records: MoneyRecord[]) => api.keeper.book([records]);
const get = async <Body = Page>(target: string) => {
  const { status, json } = await api.get(`/api/v1/${target}`);
  expect([target, status]).toEqual([target, 200]);
  return json as Body;
};

test('shows what is known of a call', async () => {
  book(moneyRecord(1, { task: 'plan', attempt: 2, status: 'error', errorType: 'timeout', stopReason: 'length' }));
  expect(await get('calls')).toEqual({
    calls: [
      {
        time: '2026-11-22T12:00:00.000001Z',
        traceId: TRACE,
        spanId: '0000000107070707',
        parentSpanId: null,
        costNanoUsd: '654100',
        listNanoUsd: '654100',
        unpriced: null,
        feature: 'search',
        team: 'Search',
        tenant: 'acme',
        requestType: 'chat',
        provider: 'openai',
        model: 'gpt-5-mini',
        account: 'main',
        serviceTier: '',
        environment: 'prod',
        requestPath: '/ask',
        task: 'plan',
        quantities: { input: 466, cache_read: 1_024, output: 128, reasoning: 128 },
        isPartial: false,
        attempt: 2,
        durationMs: 1_500,
        status: 'error',
        errorType: 'timeout',
        stopReason: 'length',
        bookedOn: null,
      },
    ],
    next: null,
  });
});

test('unknown usage, unknown prices and late calls are shown as what they are', async () => {
  book(
    moneyRecord(1, { dimensions: { model: 'no-such-model' } }),
    moneyRecord(2, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' })
  );
  api.keeper.close([20_778]);
  book(moneyRecord(3, { startUs: (NOON - DAY_MS) * 1_000 }));
  expect(await get('calls?from=2026-11-19')).toMatchObject({
    calls: [
      { costNanoUsd: '654100', bookedOn: '2026-11-22' },
      { costNanoUsd: null, unpriced: 'usage_unknown_aborted', quantities: null },
      { costNanoUsd: null, unpriced: 'unknown_model', quantities: { input: 466 } },
    ],
  });
});

test('pages hold every call once, dearest first', async () => {
  book(
    ...[3, 1, 2, 3, 0].map((output, id) =>
      moneyRecord(id, {
        startUs: (NOON - id * DAY_MS) * 1_000,
        usage: { kind: 'reported', usage: { inputTokens: 0, outputTokens: output }, partial: false },
      })
    )
  );
  const found: Shown[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Page = await get(`calls?from=2026-11-10&limit=2${next && `&cursor=${next}`}`);
    found.push(...page.calls);
    next = page.next;
  }
  expect(found.map(({ time, costNanoUsd }) => [time.slice(8, 10), costNanoUsd])).toEqual([
    ['22', '6000'],
    ['19', '6000'],
    ['20', '4000'],
    ['21', '2000'],
    ['18', '0'],
  ]);
});

test('a time range holds its first moment and not its end', async () => {
  book(moneyRecord(1), moneyRecord(2), moneyRecord(3));
  const times = async (range: string) =>
    (await get(`calls?sort=time&order=asc&${range}`)).calls.map(({ time }) => time);
  expect(await times('from=2026-11-22T12:00:00.000002Z&to=2026-11-22T12:00:00.000003Z')).toEqual([
    '2026-11-22T12:00:00.000002Z',
  ]);
  expect(await times('from=2026-11-22&to=2026-11-22')).toHaveLength(3);
  expect(await times('from=2026-11-21&to=2026-11-21')).toEqual([]);
  expect(await times(`trace=${TRACE}`)).toHaveLength(3);
  expect(await times(`trace=${'08'.repeat(16)}`)).toEqual([]);
});

test('what cannot be asked is refused with the reason', async () => {
  book(moneyRecord(1), moneyRecord(2));
  const { next } = await get('calls?limit=1');
  for (const [query, error] of [
    ['from=yesterday', /^from: a UTC day or time/],
    ['from=2026-02-30', /^from: a UTC day or time/],
    ['from=2026-11-22T25:00:00Z', /^from: a UTC day or time/],
    ['from=2026-11-23&to=2026-11-22', /before to/],
    ['from=2026-10-01&to=2026-11-22', /at most 31 days/],
    ['feature=', /^feature\.0: a name/],
    ['status=fine', /^status\.0: one of ok/],
    ['sort=tokens', /^sort: cost or time/],
    ['trace=xyz', /^trace: 32 hexadecimal/],
    [`sort=time&cursor=${next}`, /sorted alike/],
    ['cursor=cost.1.2.3', /^cursor: /],
    ['colour=red', /^colour: there is no such parameter/],
    [`${'feature=a&'.repeat(51)}`, /at most 50/],
  ] as const) {
    const { status, json } = await api.get(`/api/v1/calls?${query}`);
    expect([query, status, json]).toEqual([
      query,
      400,
      { error: expect.stringMatching(error), field: expect.any(String) },
    ]);
  }
});
