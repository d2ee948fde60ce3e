import { CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { callHistogram } from './callHistogram.ts';
import { calls, type CallsQuery } from './calls.ts';
import type { CallRow } from './callRow.ts';
import { tasks } from './tasks.ts';
import { Unanswerable } from './unanswerable.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_US = 86_400_000_000;
const FEATURES = ['search', 'chat', "o'feature"];
const MODELS = ['gpt-5-mini', 'gpt-4o', 'no-such-model'];

const anyRecord = fc
  .record({
    day: fc.integer({ min: -3, max: 0 }),
    us: fc.integer({ min: 0, max: 3 }),
    feature: fc.constantFrom(...FEATURES),
    tenant: fc.constantFrom('a', 'b'),
    model: fc.constantFrom(...MODELS),
    status: fc.constantFrom(...CALL_STATUSES),
    task: fc.constantFrom('', 'plan', 'review'),
    output: fc.nat(3),
  })
  .map(({ day, us, feature, model, output, ...rest }) => ({
    ...rest,
    startUs: NOON * 1_000 + day * DAY_US + us,
    dimensions: { feature, model },
    usage: { kind: 'reported', usage: { inputTokens: 5, outputTokens: output }, partial: false } as const,
  }));
const sent = fc.sample(anyRecord, { numRuns: 200, seed: 7 }).map((record, id) => moneyRecord(id, record));

let dir: string;
let database: DatabaseSync;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'calls-'));
  database = openDatabase(join(dir, 'ledger.db'));
  const keeper = new Keeper(database, {
    prices: createPriceBook(),
    retentionDays: 100,
    maxSkewMs: 600_000,
    now: () => NOON,
  });
  keeper.book([sent.slice(0, 150)]);
  keeper.close([Math.floor(NOON / 86_400_000) - 2]);
  keeper.book([sent.slice(150)]);
});
afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const some = <Value>(values: readonly Value[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const anyFilter = fc
  .record(
    {
      feature: some([...FEATURES, 'none']),
      tenant: some(['a', 'b', 'none']),
      model: some(MODELS),
      status: some(CALL_STATUSES),
      task: fc.constantFrom('plan', 'none'),
      from: fc.integer({ min: -3, max: 0 }),
      days: fc.integer({ min: 1, max: 4 }),
    },
    { requiredKeys: ['from', 'days'] }
  )
  .map(({ from, days, ...filter }) => {
    const fromUs = NOON * 1_000 + from * DAY_US + 1;
    return { ...filter, fromUs, toUs: fromUs + days * DAY_US };
  });
type Filter = typeof anyFilter extends fc.Arbitrary<infer One> ? One : never;

/** What is meant, without a database. */
const meant = (filter: Filter) =>
  sent.filter(
    ({ dimensions, tenant, status, task, startUs }) =>
      (filter.feature?.includes(dimensions.feature) ?? true) &&
      (filter.tenant?.includes(tenant) ?? true) &&
      (filter.model?.includes(dimensions.model) ?? true) &&
      (filter.status?.includes(status) ?? true) &&
      (filter.task === undefined || filter.task === task) &&
      startUs >= filter.fromUs &&
      startUs < filter.toUs
  );

const keyOf = ({ traceId, spanId }: CallRow) => traceId + spanId;
const sum = (rows: readonly { readonly costNanoUsd: bigint | null }[]) =>
  rows.reduce((whole, { costNanoUsd }) => whole + (costNanoUsd ?? 0n), 0n);
const all = (filter: Filter) => calls(database, { ...filter, sort: 'time', isAscending: true, limit: 1_000 });

test('every call that is meant comes once, in order, page by page', () => {
  const order = fc.record({
    sort: fc.constantFrom('cost', 'time'),
    isAscending: fc.boolean(),
    limit: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(anyFilter, order, (filter, { sort, isAscending, limit }) => {
      const found: CallRow[] = [];
      let after: CallsQuery['after'];
      let page: CallRow[];
      do {
        page = calls(database, { ...filter, sort, isAscending, limit, after });
        found.push(...page);
        const last = page.at(-1);
        after = last && { sort, value: last.costNanoUsd ?? -1n, startUs: last.startUs, key: keyOf(last) };
      } while (page.length === limit);
      expect(found.map(keyOf).sort()).toEqual(
        meant(filter)
          .map(({ key }) => key.toString('hex'))
          .sort()
      );
      const places = found.map(({ costNanoUsd, startUs }) =>
        sort === 'cost' ? (costNanoUsd ?? -1n) : BigInt(startUs)
      );
      const sorted = [...places].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(places).toEqual(isAscending ? sorted : sorted.reverse());
    }),
    { numRuns: 60 }
  );
});

test('the histogram holds the same calls, to the nano-USD', () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const rows = all(filter);
      const { buckets, unpriced } = callHistogram(database, filter);
      let below = -1n;
      for (const { upToNanoUsd, ...counted } of buckets) {
        const upTo = upToNanoUsd ?? 2n ** 63n;
        const inside = rows.filter(({ costNanoUsd: cost }) => cost !== null && cost > below && cost <= upTo);
        expect(counted).toEqual({ calls: BigInt(inside.length), costNanoUsd: sum(inside) });
        below = upTo;
      }
      expect(Number(unpriced)).toBe(rows.filter(({ costNanoUsd }) => costNanoUsd === null).length);
    }),
    { numRuns: 30 }
  );
});

test('so do the tasks', () => {
  fc.assert(
    fc.property(anyFilter, fc.constantFrom('cost', 'calls', 'time'), (filter, sort) => {
      const rows = all(filter).filter(({ task }) => task !== null);
      const found = tasks(database, { ...filter, sort, limit: 10 });
      expect(found.map(({ task }) => task).sort()).toEqual([...new Set(rows.map(({ task }) => task))].sort());
      for (const { task, ...counted } of found) {
        const own = rows.filter((row) => row.task === task);
        const only = (names: readonly string[]) => (new Set(names).size === 1 ? names[0] : undefined);
        expect(counted).toEqual({
          calls: BigInt(own.length),
          unpriced: BigInt(own.filter(({ costNanoUsd }) => costNanoUsd === null).length),
          costNanoUsd: sum(own),
          firstUs: Math.min(...own.map(({ startUs }) => startUs)),
          lastUs: Math.max(...own.map(({ startUs }) => startUs)),
          feature: only(own.map(({ dimensions }) => dimensions.feature)),
          tenant: only(own.map(({ tenant }) => tenant)),
        });
      }
      const place = { cost: 'costNanoUsd', calls: 'calls', time: 'lastUs' } as const;
      const places = found.map((task) => Number(task[place[sort]]));
      expect(places).toEqual([...places].sort((a, b) => b - a));
    }),
    { numRuns: 30 }
  );
});

test('more calls than one question may look through are refused, with the number', () => {
  database.exec('SAVEPOINT many; UPDATE book SET requests = 9000000');
  expect(() => all({ fromUs: NOON * 1_000 - 3 * DAY_US, toUs: NOON * 1_000 })).toThrow(Unanswerable);
  database.exec('ROLLBACK TO many; RELEASE many');
});
