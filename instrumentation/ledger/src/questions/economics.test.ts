import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import type { ReadingBatch } from '../store/reading.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { economics } from './economics.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const FIRST = TODAY - 12;
/** Each call of the fixture. */
const COST = 654_100n;
const period = { from: FIRST, to: TODAY - 1, first: TODAY - 97 };
const noTerms: EconomicsQuery = { ...period, terms: new Map(), others: [], revenuePerMonth: new Map(), limit: 10 };

const always = (nanoUsd: bigint) => [{ from: undefined, nanoUsd }];

let dir: string;
let database: DatabaseSync;
let keeper: Keeper;
let now: number;

const atUs = (day: number) => (day * DAY_MS + DAY_MS / 2) * 1_000;
const call = (id: number, day: number, feature: string, tenant: string, environment = 'prod') =>
  moneyRecord(id, { startUs: atUs(day) + id, tenant, dimensions: { feature, environment } });
const outcome = (id: number, day: number, feature: string, amount: number) =>
  workRecord(id, { atUs: atUs(day) + id, amount, labels: { feature, name: 'answer' } });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'economics-'));
  database = openDatabase(join(dir, 'ledger.db'));
  now = NOON;
  keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => now },
  });
  for (let day = FIRST; day < TODAY; day += 1) {
    const id = (day - FIRST) * 10;
    keeper.book(
      [
        [
          call(id + 1, day, 'search', 'acme'),
          call(id + 2, day, 'search', 'beta'),
          call(id + 3, day, 'triage', 'acme', 'staging'),
        ],
      ],
      [{ work: [outcome(id + 1, day, 'search', 2)] }]
    );
    keeper.close([day]);
  }
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const readAll = (readings: ReadingBatch) => keeper.book([[]], [{ readings }]);
const featureOf = (query: EconomicsQuery, feature: string) =>
  economics(database, query).features.find((one) => one.feature === feature);

test('spend with what is beyond inference, beside outcomes; late ones count on their day', () => {
  keeper.book([[call(900, FIRST, 'search', 'acme')]], [{ work: [outcome(900, FIRST, 'search', 6)] }]);
  const others = [
    { day: FIRST, feature: 'search', nanoUsd: 7n },
    { day: FIRST - 1, feature: 'search', nanoUsd: 1n },
  ];
  const terms = new Map([['search', { unit: 'answer', valuePerUnit: always(COST), replacedPerUnit: undefined }]]);
  expect(featureOf({ ...noTerms, others, terms }, 'search')).toMatchObject({
    inferenceNanoUsd: 25n * COST,
    otherNanoUsd: 7n,
    requests: 25n,
    unitCost: { nanoUsd: 25n * COST + 7n, outcomes: 30n },
    margin: { nanoUsd: 5n * COST - 7n },
    losing: undefined,
  });
  const whole = economics(database, noTerms).features.reduce((sum, { inferenceNanoUsd }) => sum + inferenceNanoUsd, 0n);
  expect(whole).toBe(BigInt(Number(database.prepare('SELECT sum(cost) AS cost FROM book').get()?.['cost'])));
});

test('an environment is chosen for cost and outcomes; a feature without outcomes has none', () => {
  const found = economics(database, { ...noTerms, environment: ['staging'] }).features;
  expect(found.map(({ feature, unit, inferenceNanoUsd }) => [feature, unit, inferenceNanoUsd])).toEqual([
    ['triage', undefined, 12n * COST],
  ]);
});

test('calibrated, each provider’s part of a day is multiplied by its ratio, of features as of tenants; what has none stays an estimate', () => {
  const dimensions = { feature: 'search', environment: 'prod', provider: 'anthropic', model: 'claude-haiku-4-5' };
  keeper.book([[moneyRecord(910, { startUs: atUs(FIRST), tenant: 'acme', dimensions })]]);
  const parts = database
    .prepare(
      `SELECT b.for_day, d.provider, sum(b.cost) AS cost FROM book b JOIN dimension d ON d.id = b.dimension
       WHERE d.feature = 'search' GROUP BY 1, 2`
    )
    .all()
    .map((row) => ({ provider: String(row['provider']), cost: BigInt(Number(row['cost'])) }));
  const times = (nanoUsd: bigint, provider: string) =>
    provider === 'openai' ? (nanoUsd * 1_025n + 500n) / 1_000n : nanoUsd;
  const calibration = new Map([['openai', new Map([['', 1_025_000_000_000n]])]]);
  const others = [{ day: FIRST, feature: 'search', nanoUsd: 7n }];
  const [estimate, found] = [
    economics(database, { ...noTerms, others }),
    economics(database, { ...noTerms, others, calibration }),
  ];
  const search = found.features.find(({ feature }) => feature === 'search');
  const calibrated = parts.reduce((sum, { cost, provider }) => sum + times(cost, provider), 0n);
  expect(parts.map(({ provider }) => provider)).toContain('anthropic');
  expect(search).toMatchObject({ inferenceNanoUsd: calibrated, otherNanoUsd: 7n, requests: 25n });
  expect(search?.unitCost).toEqual({ nanoUsd: calibrated + 7n, outcomes: 24n });
  // The same in all; 24 calls of tenant acme, one of them at the other provider.
  const spentOn = (of: readonly { readonly nanoUsd: bigint }[]) => of.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n);
  expect(spentOn(found.tenants)).toBe(found.features.reduce((sum, one) => sum + one.inferenceNanoUsd, 0n));
  expect(spentOn(found.tenants)).not.toBe(spentOn(estimate.tenants));
  expect(found.tenants.map(({ tenant, nanoUsd }) => [tenant, nanoUsd])).toEqual([
    ['acme', (24n * COST * 1_025n) / 1_000n + (parts.find(({ provider }) => provider === 'anthropic')?.cost ?? 0n)],
    ['beta', (12n * COST * 1_025n) / 1_000n],
  ]);
  expect(economics(database, { ...noTerms, others, calibration: new Map([['x', new Map([['', 2n]])]]) })).toEqual(
    estimate
  );
});

test('a month with a ratio of its own takes it, any other that of the provider, or stays an estimate', () => {
  const start = eventDay(Date.UTC(2026, 8, 29));
  const days = [0, 1, 2, 32, 33].map((after) => start + after);
  keeper.book([days.map((day, index) => call(920 + index, day, 'digest', 'acme'))]);
  const monthOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 7);
  expect(days.map(monthOf)).toEqual(['2026-09', '2026-09', '2026-10', '2026-10', '2026-11']);
  const spent = (ratios: readonly (readonly [string, bigint])[]) =>
    featureOf({ ...noTerms, from: start, calibration: new Map([['openai', new Map(ratios)]]) }, 'digest')
      ?.inferenceNanoUsd;
  const [half, third, tenth] = [1_500_000_000_000n, 1_300_000_000_000n, 1_100_000_000_000n];
  expect(spent([['2026-09', half]])).toBe(2n * ((COST * 15n) / 10n) + 3n * COST);
  expect(
    spent([
      ['', tenth],
      ['2026-09', half],
      ['2026-10', third],
    ])
  ).toBe(2n * ((COST * 15n) / 10n) + 2n * ((COST * 13n) / 10n) + (COST * 11n) / 10n);
});

test('outcomes from elsewhere: days that were not read are gaps', () => {
  const readings = Array.from({ length: 10 }, (_, index) => ({
    ...({ day: FIRST + index, kind: 'outcome', feature: 'triage', name: 'ticket' } as const),
    amount: index === 4 ? undefined : 3n,
  }));
  readAll({ source: 'metric', readings });
  // One day read as nothing, two not read at all; a zero is an answer.
  readAll({ source: 'metric', readings: readings.slice(0, 1).map((one) => ({ ...one, amount: 0n })) });
  expect(featureOf(noTerms, 'triage')).toMatchObject({
    gapDays: 3,
    unitCost: { nanoUsd: 9n * COST, outcomes: 24n },
    inferenceNanoUsd: 12n * COST,
  });
});

test('tenants: measured revenue before the file’s, losers first, the unknown last', () => {
  keeper.book([[call(901, TODAY - 1, 'search', 'gamma')]]);
  const paid = (amount: bigint) =>
    Array.from({ length: 12 }, (_, index) => ({
      ...({ day: FIRST + index, kind: 'revenue', feature: 'unallocated', name: 'acme', amount } as const),
    }));
  readAll({ source: 'billing', readings: paid(1n) });
  const revenuePerMonth = new Map([
    ['acme', always(10n ** 15n)],
    ['beta', always(30n * 5n * COST)],
  ]);
  const found = economics(database, { ...noTerms, revenuePerMonth });
  expect(
    found.tenants.map(({ tenant, revenueNanoUsd, marginNanoUsd }) => [tenant, revenueNanoUsd, marginNanoUsd])
  ).toEqual([
    ['acme', 12n, 12n - 24n * COST],
    ['beta', 60n * COST, 48n * COST],
    ['gamma', undefined, undefined],
  ]);
  expect(found.tenants[0]?.losing).toMatchObject({ since: FIRST, isSinceStart: true });
  expect(economics(database, { ...noTerms, limit: 1 }).others).toEqual({ tenants: 2, nanoUsd: 13n * COST });
  const alone = economics(database, { ...noTerms, revenuePerMonth, isFeaturesOnly: true });
  expect(alone).toEqual({ ...found, tenants: [], others: undefined });
});

test('what services say the work was worth is its value', () => {
  const sold = (id: number, day: number) =>
    workRecord(id, { atUs: atUs(day) + id, valueNanoUsd: 9n * COST, labels: { feature: 'triage', name: 'deal' } });
  keeper.book([[]], [{ work: [sold(800, FIRST), sold(801, FIRST), sold(802, FIRST + 1), sold(802, FIRST + 1)] }]);
  expect(featureOf(noTerms, 'triage')?.margin).toEqual({
    ...{ valueNanoUsd: 27n * COST, spendNanoUsd: 2n * COST, nanoUsd: 25n * COST, outcomes: 3n },
  });
});

test('a revenue that changes in a month is spread by day: each bears its part of what held on it', () => {
  const paid = (amounts: { from: number | undefined; nanoUsd: bigint }[]) =>
    economics(database, { ...noTerms, revenuePerMonth: new Map([['beta', amounts]]) }).tenants.find(
      ({ tenant }) => tenant === 'beta'
    );
  // Five days before the change, seven from it on, in a month of 30.
  const changed = [
    { from: undefined, nanoUsd: 30n },
    { from: FIRST + 5, nanoUsd: 60n },
  ];
  expect(paid(changed)?.revenueNanoUsd).toBe(5n * 1n + 7n * 2n);
  expect(paid(changed.slice(1))).toMatchObject({ revenueNanoUsd: 14n, daysWithoutRevenue: 5 });
});

test('empty books have no rows', () => {
  database.exec('DELETE FROM book; DELETE FROM work_book; DELETE FROM tenant_book; DELETE FROM day');
  expect(economics(database, noTerms)).toEqual({
    ...{ features: [], tenants: [], others: { tenants: 0, nanoUsd: 0n } },
    userCosts: { current: undefined, lastMonth: undefined },
  });
});

test('people whom calls are for, up to the last day: once each, in total and by feature, in the environments asked for', () => {
  const forPerson = (id: number, day: number, feature: string, person: string, environment = 'prod') =>
    keeper.book([[{ ...call(id, day, feature, 'acme', environment), person }]]);
  now = NOON + 2 * DAY_MS;
  // TODAY is 22 November; the period begins on the 10th, and the books with it.
  forPerson(700, TODAY - 2, 'search', 'ana');
  forPerson(701, TODAY - 1, 'search', 'ben');
  forPerson(702, TODAY - 1, 'search', 'ana', 'staging');
  forPerson(703, TODAY - 1, 'triage', 'ana', 'staging');
  forPerson(704, TODAY, 'search', 'cid');
  const found = economics(database, noTerms);
  const userCostOf = (feature: string) => found.features.find((one) => one.feature === feature)?.userCosts.current;
  expect(userCostOf('search')).toEqual({
    ...{ source: 'records', from: TODAY - 21, to: TODAY - 1, users: 2n, isAtLeast: false },
    ...{ nanoUsd: 27n * COST, calls: { known: 3n, all: 27n } },
  });
  expect(userCostOf('triage')).toMatchObject({ users: 1n, calls: { known: 1n, all: 13n } });
  expect(found.userCosts).toEqual({
    current: {
      ...{ source: 'records', from: TODAY - 21, to: TODAY - 1, users: 2n, isAtLeast: false },
      ...{ nanoUsd: 40n * COST, calls: { known: 4n, all: 40n } },
    },
    lastMonth: undefined,
  });
  const staged = featureOf({ ...noTerms, environment: ['staging', 'nowhere'] }, 'search')?.userCosts.current;
  expect(staged).toMatchObject({ users: 1n, calls: { known: 1n, all: 1n } });
  // Of December November is the month before, and whole.
  const later = featureOf({ ...noTerms, to: TODAY + 12 }, 'search')?.userCosts;
  expect(later).toMatchObject({ current: undefined, lastMonth: { from: TODAY - 21, to: TODAY + 8, users: 3n } });
});

test('what an outside source counted holds before what calls say', () => {
  keeper.book([[{ ...call(700, TODAY - 2, 'search', 'acme'), person: 'ana' }]]);
  readAll({
    source: 'test',
    readings: [{ day: TODAY - 3, kind: 'users', feature: 'search', name: '', amount: 310n }],
  });
  expect(featureOf(noTerms, 'search')?.userCosts.current).toMatchObject({
    ...{ source: 'outside', to: TODAY - 3, users: 310n, calls: undefined },
  });
  // All features together have no outside source: people of two of them would count twice.
  expect(economics(database, noTerms).userCosts.current).toMatchObject({ source: 'records', users: 1n });
});
