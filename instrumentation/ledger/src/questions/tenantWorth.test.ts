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
import { economics } from './economics.ts';
import type { EconomicsQuery } from './economicsQuery.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const FIRST = TODAY - 12;
/** Each call of gpt-5-mini. */
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

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'economics-'));
  database = openDatabase(join(dir, 'ledger.db'));
  now = NOON;
  keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => now },
  });
  for (let day = FIRST; day < TODAY; day += 1) {
    const id = (day - FIRST) * 10;
    keeper.book([
      [
        call(id + 1, day, 'search', 'acme'),
        call(id + 2, day, 'search', 'beta'),
        call(id + 3, day, 'triage', 'acme', 'staging'),
      ],
    ]);
    keeper.close([day]);
  }
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

test('a calibrated tenant’s margin and loss are of what it cost as billed, day by day', () => {
  const revenuePerMonth = new Map([['beta', always(30n * COST)]]);
  const paid = (calibration?: EconomicsQuery['calibration']) =>
    economics(database, { ...noTerms, revenuePerMonth, calibration }).tenants.find(({ tenant }) => tenant === 'beta');
  expect(paid()).toMatchObject({ nanoUsd: 12n * COST, marginNanoUsd: 0n, losing: undefined });
  const dearer = paid(new Map([['openai', new Map([['2026-11', 1_500_000_000_000n]])]]));
  expect(dearer).toMatchObject({ nanoUsd: 18n * COST, revenueNanoUsd: 12n * COST, marginNanoUsd: -6n * COST });
  expect(dearer?.losing).toEqual({
    ...{ since: FIRST, isSinceStart: true, nanoUsdPerMonth: (COST * 365n) / 24n },
  });
});

test('in all, calibrated tenants cost what calibrated features do: months with bills of their own, odd ratios, environments', () => {
  const start = eventDay(Date.UTC(2026, 8, 27));
  const calls = Array.from({ length: 120 }, (_, index) => {
    const provider = ['openai', 'anthropic', 'local'][index % 3] ?? '';
    const model = { openai: 'gpt-5-mini', anthropic: 'claude-haiku-4-5' }[provider] ?? 'gpt-5-mini';
    const dimensions = {
      feature: `feature-${index % 7}`,
      environment: index % 5 === 0 ? 'staging' : 'prod',
      provider,
      model,
    };
    const at = atUs(start + ((index * 11) % 55)) + index;
    return moneyRecord(1_000 + index, { startUs: at, tenant: `tenant-${index % 9}`, dimensions });
  });
  keeper.book([calls]);
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: 1n, max: 10n ** 13n }), { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 40 }),
      ([a = 1n, b = 1n, c = 1n, d = 1n], later) => {
        const calibration = new Map([
          [
            'openai',
            new Map([
              ['', a],
              ['2026-09', b],
              ['2026-10', c],
            ]),
          ],
          ['anthropic', new Map([['2026-10', d]])],
        ]);
        const query = { ...noTerms, from: start + later, first: start, calibration };
        const revenuePerMonth = new Map([
          ['tenant-1', always(7n)],
          ['acme', always(10n ** 9n)],
        ]);
        for (const environment of [undefined, ['prod'], ['staging', 'nowhere']]) {
          const { features, tenants, others } = economics(database, {
            ...query,
            revenuePerMonth,
            environment,
            limit: 4,
          });
          const byTenant = tenants.reduce((sum, one) => sum + one.nanoUsd, others?.nanoUsd ?? 0n);
          expect(byTenant).toBe(features.reduce((sum, one) => sum + one.inferenceNanoUsd, 0n));
        }
      }
    ),
    { numRuns: 25 }
  );
});
