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
import { dayBreakdown } from './dayBreakdown.ts';
import { segments } from './segments.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);

const sent = fc.sample(
  fc.record({
    day: fc.integer({ min: -4, max: 0 }),
    feature: fc.constantFrom('a', 'b', 'other'),
    team: fc.constantFrom('x', 'y'),
    request_type: fc.constantFrom('chat', 'batch'),
    model: fc.constantFrom('gpt-4o', 'gpt-5-mini', 'no-such-model'),
    environment: fc.constantFrom('prod', 'test'),
    attempt: fc.constantFrom(1, 1, 2, 3),
    input: fc.nat(900),
    cached: fc.nat(900),
    output: fc.nat(50),
    // Some costs are the provider's own: they have no parts.
    stated: fc.option(fc.nat(1_000), { freq: 6 }),
  }),
  { numRuns: 150, seed: 7 }
);

let dir: string;
let database: DatabaseSync;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'segments-'));
  database = openDatabase(join(dir, 'ledger.db'));
  const prices = createPriceBook();
  const keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON });
  const records = sent.map(({ day, input, cached, output, stated, attempt, ...labels }, id) =>
    moneyRecord(id, {
      ...{ attempt, startUs: (NOON + day * DAY_MS) * 1_000, dimensions: labels },
      usage: {
        kind: 'reported',
        usage: { inputTokens: input + cached, cacheReadTokens: cached, outputTokens: output },
        partial: false,
      },
      ...(stated !== null && { providerCost: { amount: `0.${stated}`, currency: 'USD' } }),
    })
  );
  keeper.book([records.slice(0, 80)]);
  keeper.close([TODAY - 4, TODAY - 3]);
  keeper.book([records.slice(80)]);
});
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const range = fc.tuple(fc.integer({ min: -5, max: 1 }), fc.nat(4)).map(([from, days]) => ({
  from: TODAY + from,
  to: TODAY + from + days,
}));
const filter = fc.record(
  {
    feature: fc.uniqueArray(fc.constantFrom('a', 'other', 'none'), { minLength: 1 }),
    team: fc.constantFrom(['x'], ['x', 'y']),
    model: fc.constantFrom(['gpt-4o'], ['gpt-5-mini', 'no-such-model']),
    environment: fc.constantFrom(['prod'], ["prod' OR 1"]),
    request_type: fc.constantFrom(['batch']),
  },
  { requiredKeys: [] }
);

test('segments cost what their days cost, as they closed and late, and are the calls that were sent', () => {
  fc.assert(
    fc.property(range, filter, (days, labels) => {
      const found = segments(database, { ...days, ...labels });
      const costs = (which: 'own' | 'late') =>
        found.flatMap((one) => one[which].components).reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n);
      const { sums } = dayBreakdown(database, { ...days, ...labels, limit: 1 });
      const whole = [...sums.values()].flatMap((ofDay) => [...ofDay.values()]);
      expect(costs('own')).toBe(whole.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n));
      expect(costs('late')).toBe(whole.reduce((sum, { lateNanoUsd }) => sum + lateNanoUsd, 0n));
      const has = (names: readonly string[] | undefined, name: string) => names?.includes(name) ?? true;
      for (const { labels: segment, own, late } of found) {
        const meant = sent
          .map((call, index) => ({ ...call, isLate: index >= 80 && call.day < -2 }))
          .filter(
            (call) =>
              call.day >= days.from - TODAY &&
              call.day <= days.to - TODAY &&
              call.feature === segment.feature &&
              call.request_type === segment.request_type &&
              call.model === segment.model &&
              has(labels.team, call.team) &&
              has(labels.environment, call.environment)
          );
        for (const [sum, isLate] of [
          [own, false],
          [late, true],
        ] as const) {
          const calls = meant.filter((call) => call.isLate === isLate);
          expect(sum.attempts).toBe(calls.length);
          expect(sum.calls).toBe(calls.filter(({ attempt }) => attempt === 1).length);
          const tokens = (component: string) =>
            sum.components.find((one) => one.component === component)?.quantity ?? 0;
          expect(tokens('cache_read')).toBe(calls.reduce((all, { cached }) => all + cached, 0));
          expect(tokens('output')).toBe(calls.reduce((all, { output }) => all + output, 0));
        }
      }
      const attempts = found.reduce((all, { own, late }) => all + own.attempts + late.attempts, 0);
      expect(BigInt(attempts)).toBe(whole.reduce((sum, day) => sum + day.requests + day.lateRequests, 0n));
    }),
    { numRuns: 60 }
  );
});

test('a range without books has no segments', () => {
  expect(segments(database, { from: TODAY - 50, to: TODAY - 40 })).toEqual([]);
});
