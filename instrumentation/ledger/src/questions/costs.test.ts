import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { UNKNOWN_PROVIDER } from '../store/unknownProvider.ts';
import { costs, type CostsQuery } from './costs.ts';
import { monthWeights } from './monthWeights.ts';

const NOON = Date.UTC(2026, 10, 3, 12);
const TODAY = eventDay(NOON);
const FIRST = TODAY - 6;
/** Each call of gpt-5-mini. */
const COST = 654_100n;
const all: CostsQuery = { from: FIRST, to: TODAY - 1, limit: 1_000, isDaily: false };
const october = new Map([['openai', new Map([['2026-10', 1_500_000_000_000n]])]]);

let dir: string;
let database: DatabaseSync;
let keeper: Keeper;

const MODELS = { openai: 'gpt-5-mini', anthropic: 'claude-haiku-4-5' };
const call = (id: number, day: number, tenant: string, provider: keyof typeof MODELS = 'openai') =>
  moneyRecord(id, {
    startUs: (day * DAY_MS + DAY_MS / 2) * 1_000 + id,
    tenant,
    dimensions: {
      feature: `feature-${id % 3}`,
      provider,
      model: MODELS[provider],
      environment: id % 4 ? 'prod' : 'staging',
    },
  });

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'costs-'));
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOON });
  for (let day = FIRST; day < TODAY; day += 1) {
    const id = (day - FIRST) * 20;
    const calls = Array.from({ length: 15 }, (_, index) =>
      call(id + index, day, `tenant-${index % 5}`, index % 4 === 1 ? 'anthropic' : 'openai')
    );
    keeper.book([calls]);
  }
  keeper.close(Array.from({ length: 6 }, (_, index) => FIRST + index));
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const whole = ({ names, others }: ReturnType<typeof costs>) =>
  names.reduce((sum, { nanoUsd }) => sum + nanoUsd, others.nanoUsd);
const wholeOfDays = ({ names, others }: ReturnType<typeof costs>) =>
  [...names.map(({ days }) => days), others.days]
    .flatMap((days) => [...days.values()])
    .reduce((sum, one) => sum + one, 0n);

test('tenants, features and providers cost the same in all, by day and of the period, whatever the bills say', () => {
  const ratio = fc.bigInt({ min: 1n, max: 10n ** 13n });
  fc.assert(
    fc.property(ratio, ratio, ratio, fc.integer({ min: 1, max: 6 }), (openai, october, anthropic, limit) => {
      const calibration = new Map([
        [
          'openai',
          new Map([
            ['', openai],
            ['2026-10', october],
          ]),
        ],
        ['anthropic', new Map([['', anthropic]])],
      ]);
      for (const environment of [undefined, ['staging']]) {
        const query = { ...all, environment, calibration };
        const total = whole(costs(database, query));
        for (const by of ['tenant', 'feature', 'provider', 'model'] as const) {
          const answer = costs(database, { ...query, by, limit, isDaily: true });
          expect(answer.names.length).toBeLessThanOrEqual(limit);
          expect([whole(answer), wholeOfDays(answer)]).toEqual([total, total]);
        }
      }
    }),
    { numRuns: 20 }
  );
});

test('a day is as it closed: not open ones, nor what came late', () => {
  keeper.book([[call(900, FIRST, 'late'), call(901, TODAY, 'today')]]);
  expect(costs(database, { ...all, to: TODAY, by: 'tenant', tenant: ['late', 'today'] }).names).toEqual([]);
  const [one] = costs(database, {
    ...all,
    by: 'tenant',
    tenant: ['tenant-0'],
    provider: ['openai'],
    isDaily: true,
  }).names;
  expect(one).toEqual({
    ...{ name: 'tenant-0', nanoUsd: 12n * COST },
    days: new Map(Array.from({ length: 6 }, (_, index) => [FIRST + index, 2n * COST])),
  });
});

test('a tenant’s days take the ratio of their provider and month', () => {
  const [one] = costs(database, {
    ...{ ...all, by: 'tenant', tenant: ['tenant-0'], provider: ['openai'], isDaily: true, calibration: october },
  }).names;
  // 28 to 31 October at 1.5, 1 and 2 November as estimated.
  expect(one?.nanoUsd).toBe(8n * ((COST * 3n) / 2n) + 4n * COST);
  expect([...(one?.days.values() ?? [])]).toEqual([
    ...Array<bigint>(4).fill(3n * COST),
    ...Array<bigint>(2).fill(2n * COST),
  ]);
});

test('where it is not known at which provider a tenant’s cost arose it stays an estimate, and the last such day is told', () => {
  expect(costs(database, all).unknownThrough).toBeUndefined();
  database.exec(`
    UPDATE tenant_book SET provider = (SELECT id FROM name WHERE value = '${UNKNOWN_PROVIDER}')
      WHERE day = ${FIRST} AND provider = (SELECT id FROM name WHERE value = 'openai');
    INSERT INTO meta VALUES ('tenant_providers_unknown_through', ${FIRST})`);
  const answer = costs(database, { ...all, by: 'tenant', calibration: october, isDaily: true });
  expect(answer.unknownThrough).toBe(FIRST);
  expect(answer.names.find(({ name }) => name === 'tenant-0')?.days.get(FIRST)).toBe(
    costs(database, { ...all, by: 'tenant', isDaily: true })
      .names.find(({ name }) => name === 'tenant-0')
      ?.days.get(FIRST)
  );
  // And a bill of such a month is shared by what tenants cost in all.
  const month = { from: FIRST, to: TODAY, by: 'tenant' } as const;
  expect(
    monthWeights(database, month).every(({ nanoUsd, listNanoUsd }) => nanoUsd > 0n && listNanoUsd === nanoUsd)
  ).toBe(true);
  expect(new Set(monthWeights(database, month).map(({ provider }) => provider))).toEqual(new Set([undefined]));
  expect(new Set(monthWeights(database, { ...month, from: FIRST + 1 }).map(({ provider }) => provider))).toEqual(
    new Set(['anthropic', 'openai'])
  );
});
