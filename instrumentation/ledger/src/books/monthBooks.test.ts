import fc from 'fast-check';
import { Registry } from 'prom-client';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { BookRow } from '../store/bookRow.ts';
import { eventDay } from '../store/eventDay.ts';
import { MonthBooks } from './monthBooks.ts';
import { registerMonthCost } from './registerMonthCost.ts';

const NOW = Date.UTC(2026, 10, 22, 13);
const TODAY = eventDay(NOW);
const FIRST = eventDay(Date.UTC(2026, 10, 1));
const DIMENSIONS = [
  { feature: 'search', team: 'find' },
  { feature: 'chat', team: 'talk' },
  { feature: 'chat', team: 'find' },
] as unknown as Dimensions[];
const labels = { of: (id: number) => DIMENSIONS[id] as Dimensions };

const rowOn = (day: number, forDay: number, dimension: number, costNanoUsd: bigint): BookRow => ({
  ...{ day, forDay, dimension, costNanoUsd, listNanoUsd: 0n },
  ...{ status: 'ok', retry: false, unpriced: '', requests: 1 },
});

const row = fc
  .record({
    day: fc.integer({ min: FIRST - 3, max: TODAY }),
    late: fc.nat(5),
    dimension: fc.nat(2),
    cost: fc.bigInt({ min: 0n, max: 10n ** 18n }),
  })
  .map(({ day, late, dimension, cost }) => rowOn(day, day - late, dimension, cost));

const sums = (books: MonthBooks) =>
  Object.fromEntries([...books.cost(TODAY)].map(({ values, sum }) => [values.join(' '), sum]));

test('a month is the sum of its days to the nano-dollar, whenever its calls came, restored or as they come', () => {
  fc.assert(
    fc.property(fc.array(row), fc.nat(), (rows, at) => {
      const before = rows.slice(0, at % (rows.length + 1));
      const books = new MonthBooks(labels);
      const costSince = (first: number, through: number) =>
        before.filter(({ day, forDay }) => day >= first && day <= through && forDay >= first);
      books.restore({ costSince }, TODAY);
      books.add(rows.slice(before.length), TODAY);
      const expected = new Map<string, bigint>();
      for (const { dimension, costNanoUsd, forDay } of rows.filter((one) => one.forDay >= FIRST)) {
        const { feature, team } = labels.of(dimension);
        for (const key of ['total ', `team ${team}`, `feature ${feature}`]) {
          expected.set(key, (expected.get(key) ?? 0n) + costNanoUsd);
        }
        expect(forDay).toBeLessThanOrEqual(TODAY);
      }
      expect(sums(books)).toEqual(Object.fromEntries(expected));
    })
  );
});

test('the month turns at 00:00 UTC, and a call of a clock ahead of ours waits for its month', async () => {
  const lastDay = eventDay(Date.UTC(2026, 10, 30));
  const books = new MonthBooks(labels);
  books.add([rowOn(lastDay, lastDay, 0, 7n), rowOn(lastDay + 1, lastDay + 1, 1, 11n)], lastDay);
  let now = Date.UTC(2026, 10, 30, 23, 59, 59, 999);
  const registry = new Registry();
  registerMonthCost(
    registry,
    books,
    () => 'AI platform',
    () => now
  );
  expect(await registry.metrics()).toContain('{scope="total",name="AI platform"} 7e-9\n');
  now += 1;
  expect(await registry.metrics()).toContain('{scope="feature",name="chat"} 1.1e-8\n');
  expect(await registry.metrics()).not.toContain('search');
});
