import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { DIMENSIONS } from './breakdown.ts';
import { dayBreakdown } from './dayBreakdown.ts';
import type { DaySums } from './daySums.ts';
import { tenants } from './tenants.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;
const TODAY = Math.floor(NOON / DAY_MS);

const anyCall = fc.record({
  day: fc.integer({ min: -4, max: 0 }),
  feature: fc.constantFrom('a', 'b', 'c', 'other'),
  team: fc.constantFrom('x', 'y'),
  tenant: fc.constantFrom('t1', 't2', 't3'),
  environment: fc.constantFrom('prod', 'test'),
  output: fc.nat(5),
});
const sent = fc.sample(anyCall, { numRuns: 120, seed: 11 });

let dir: string;
let database: DatabaseSync;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'breakdown-'));
  database = openDatabase(join(dir, 'ledger.db'));
  const prices = createPriceBook();
  const keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON });
  const records = sent.map(({ day, feature, team, tenant, environment, output }, id) =>
    moneyRecord(id, {
      startUs: (NOON + day * DAY_MS) * 1_000,
      dimensions: { feature, team, environment },
      tenant,
      usage: { kind: 'reported', usage: { inputTokens: 0, outputTokens: output }, partial: false },
    })
  );
  keeper.book([records.slice(0, 60)]);
  keeper.close([TODAY - 4, TODAY - 3]);
  keeper.book([records.slice(60)]);
});
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const cost = (calls: typeof sent) => calls.reduce((whole, { output }) => whole + BigInt(output) * 2_000n, 0n);
const range = fc.tuple(fc.integer({ min: -5, max: 1 }), fc.nat(3)).map(([from, days]) => ({
  from: TODAY + from,
  to: TODAY + from + days,
}));
const filter = fc.record(
  {
    feature: fc.uniqueArray(fc.constantFrom('a', 'other', 'none'), { minLength: 1 }),
    tenant: fc.constantFrom(['t1'], ['t2', 't3']),
    environment: fc.constantFrom(['prod']),
  },
  { requiredKeys: [] }
);

test('days and parts are the calls they stand for, whatever is asked', () => {
  fc.assert(
    fc.property(
      range,
      filter,
      fc.option(fc.constantFrom(...DIMENSIONS), { nil: undefined }),
      fc.integer({ min: 1, max: 5 }),
      (days, labels, by, limit) => {
        fc.pre(!(labels.tenant || by === 'tenant') || [undefined, 'feature', 'tenant', 'environment'].includes(by));
        const { sums } = dayBreakdown(database, { ...days, ...labels, by, limit });
        const meant = sent
          .map((call, index) => ({ ...call, isLate: index >= 60 && call.day < -2 }))
          .filter(
            ({ feature, tenant, environment }) =>
              (labels.feature?.includes(feature as 'a') ?? true) &&
              (labels.tenant?.some((name) => name === tenant) ?? true) &&
              (labels.environment?.some((name) => name === environment) ?? true)
          );
        for (let day = days.from; day <= days.to; day += 1) {
          const own = meant.filter((call) => call.day === day - TODAY);
          const parts = [...(sums.get(day) ?? new Map<string, DaySums>()).values()];
          const whole = (key: keyof DaySums) => parts.reduce((sum, part) => sum + part[key], 0n);
          expect(whole('costNanoUsd')).toBe(cost(own.filter(({ isLate }) => !isLate)));
          expect(whole('lateNanoUsd')).toBe(cost(own.filter(({ isLate }) => isLate)));
          expect(whole('requests') + whole('lateRequests')).toBe(BigInt(own.length));
          expect(whole('adjustmentNanoUsd')).toBe(day === TODAY ? cost(meant.filter(({ isLate }) => isLate)) : 0n);
        }
        const names = new Set([...sums.values()].flatMap((parts) => [...parts.keys()]));
        expect(names.size).toBeLessThanOrEqual(by === undefined ? 1 : limit + 1);
      }
    ),
    { numRuns: 60 }
  );
});

test('tenants and the whole are the same calls', () => {
  fc.assert(
    fc.property(range, filter, (days, labels) => {
      const { tenants: listed, total } = tenants(database, { ...days, ...labels, sort: 'cost', limit: 10 });
      const { sums } = dayBreakdown(database, { ...days, ...labels, by: 'tenant', limit: 10 });
      const parts = [...sums].flatMap(([day, ofDay]) => [...ofDay].map(([name, part]) => ({ day, name, ...part })));
      const restated = (some: typeof parts) => some.reduce((sum, one) => sum + one.costNanoUsd + one.lateNanoUsd, 0n);
      for (const { tenant, costNanoUsd, openNanoUsd } of listed) {
        const own = parts.filter(({ name }) => name === tenant);
        expect(costNanoUsd).toBe(restated(own));
        expect(openNanoUsd).toBe(restated(own.filter(({ day }) => day > TODAY - 3)));
      }
      expect(total.costNanoUsd).toBe(listed.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n));
      expect(total.costNanoUsd).toBe(restated(parts));
    }),
    { numRuns: 30 }
  );
});
