import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { rowsMinusSums } from './rowsMinusSums.fixture.ts';
import { verifyBooks } from './verifyBooks.ts';

const DAY_22 = eventDay(Date.UTC(2026, 10, 22));
const prices = createPriceBook();
let dir: string;
let path: string;
let database: DatabaseSync;
let keeper: Keeper;
let now: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'verify-'));
  path = join(dir, 'ledger.db');
  database = openDatabase(path);
  now = Date.UTC(2026, 10, 22, 13);
  keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => now });
  const at = (id: number, hour: number) =>
    moneyRecord(id, { startUs: Date.UTC(2026, 10, 22, hour) * 1_000, person: `person ${id}` });
  keeper.book([[at(1, 10), at(2, 11), at(3, -5)]]);
  now = Date.UTC(2026, 10, 23, 3);
  keeper.close([DAY_22 - 1, DAY_22]);
  keeper.book([[at(4, 12), at(5, 26)]]);
});

afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const differences = () =>
  [...verifyBooks(path)].flatMap(({ day, differences: found }) => found.map((line) => [day, line]));

test('right books verify, beside their writer, adjustments included', () => {
  expect(differences()).toEqual([]);
  const checks = [...verifyBooks(path)];
  expect(checks.map(({ day, calls, hasRows }) => [day - DAY_22, calls, hasRows])).toEqual([
    [-1, 1n, true],
    [0, 3n, true],
    [1, 1n, true],
  ]);
  const books = database.prepare('SELECT sum(cost) AS cost FROM book');
  books.setReadBigInts(true);
  expect(books.get()).toEqual({ cost: checks.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n) });
});

test.each([
  ['a cost that is off by one nano-USD', `UPDATE book SET cost = cost + 1 WHERE day = ${DAY_22}`, 0],
  ['a list cost', `UPDATE book SET list = list - 1 WHERE day = ${DAY_22 - 1}`, -1],
  [
    'a request too many',
    `UPDATE book SET requests = requests + 1 WHERE day = ${DAY_22 + 1} AND for_day = ${DAY_22}`,
    0,
  ],
  ['a sum that is gone', `DELETE FROM tenant_book WHERE day = ${DAY_22 + 1} AND for_day = ${DAY_22 + 1}`, 1],
  ['a tenant under another name', `UPDATE tenant_book SET tenant = tenant + 1000 WHERE day = ${DAY_22}`, 0],
  ['a token', `UPDATE component_book SET quantity = quantity + 1 WHERE component = 'output' AND day = ${DAY_22}`, 0],
  ['a component cost', `UPDATE component_book SET cost = cost + 1 WHERE component = 'input' AND day = ${DAY_22}`, 0],
  ['a duration', `UPDATE duration_book SET duration_us = duration_us + 1 WHERE day = ${DAY_22 + 1}`, 1],
  ['more calls for people than calls', `UPDATE user_book SET requests = 4 WHERE for_day = ${DAY_22}`, 0],
  ['more people than calls for them', `UPDATE active_user SET first_day = ${DAY_22 - 1}`, -1],
  ['a call that is gone', `DELETE FROM calls_20261121`, -1],
  ['a call that changed', `UPDATE calls_20261122 SET cost = cost + 1`, 0],
])('%s is found on its day', (_what, tampering, offset) => {
  database.exec(tampering);
  const found = differences();
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(([day]) => day === DAY_22 + offset)).toBe(true);
});

test('says what was counted and what is kept', () => {
  database.exec(`UPDATE component_book SET quantity = quantity + 1 WHERE component = 'output' AND day = ${DAY_22 - 1}`);
  expect(differences()).toEqual([
    [
      DAY_22 - 1,
      expect.stringMatching(
        /^quantity by component \(day \d+, dimension 1, component output\): counted quantity (\d+); kept quantity \d+$/
      ),
    ],
  ]);
});

test('past retention the sums are still compared with each other', () => {
  now += 102 * 86_400_000;
  keeper.prune();
  expect(rowsMinusSums(database)).not.toEqual([]);
  expect([...verifyBooks(path)].map(({ hasRows }) => hasRows)).toEqual([false, false, false]);
  expect(differences()).toEqual([]);
  database.exec(`UPDATE tenant_book SET cost = cost + 1 WHERE day = ${DAY_22}`);
  expect(differences()).toHaveLength(1);
});
