import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Books } from './books.ts';
import { carryClosedDays } from './carryClosedDays.ts';
import { eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { TAKEN_BACK_DAY } from './takenBackDay.ts';
import { verifyBooks } from './verifyBooks.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOW);
const LABELS = { provider: 'openai', model: 'gpt-5-mini' };
let dir: string;
let path: string;
let database: DatabaseSync;
let keeper: Keeper;
let books: Books;

const on = (id: number, daysAgo: number) =>
  moneyRecord(id, { startUs: (NOW - daysAgo * 86_400_000) * 1_000, dimensions: LABELS });
const overAll = () => [books.totals(), books.componentTotals(), books.durations()];
const carried = () =>
  database
    .prepare('SELECT day FROM carried_day ORDER BY day')
    .all()
    .map(({ day }) => Number(day) - TODAY);
const differences = () => [...verifyBooks(path)].flatMap((check) => check.differences);

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'carry-'));
  path = join(dir, 'ledger.db');
  database = openDatabase(path);
  books = new Books(path);
  keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOW },
  });
  keeper.book([[on(1, 3), on(2, 2), on(3, 2), on(4, 1), on(5, 0)]]);
});
afterEach(() => {
  books.close();
  database.close();
  rmSync(dir, { recursive: true });
});

test('closed days are carried, oldest first, as many as there is time for, and every sum stays', () => {
  const before = overAll();
  carryClosedDays(database);
  expect(carried()).toEqual([]);
  keeper.close([TODAY - 3, TODAY - 2]);
  carryClosedDays(database, 0);
  expect(carried()).toEqual([-3]);
  expect(overAll()).toEqual(before);
  carryClosedDays(database);
  expect(carried()).toEqual([-3, -2]);
  carryClosedDays(database);
  expect(overAll()).toEqual(before);
  expect(differences()).toEqual([]);
});

test('what was booked and taken back is of no day, and stays in the sums over everything', () => {
  database.exec(`INSERT INTO book SELECT ${TAKEN_BACK_DAY}, ${TAKEN_BACK_DAY}, dimension, status, retry, unpriced, 7, 7, 7, reason
    FROM book WHERE day = ${TODAY}`);
  const before = overAll();
  keeper.close([TODAY - 3, TODAY - 2]);
  carryClosedDays(database);
  expect(overAll()).toEqual(before);
  expect(books.totals().reduce((sum, { requests }) => sum + requests, 0)).toBe(12);
});

test('what comes late for a carried day counts once', () => {
  keeper.close([TODAY - 3, TODAY - 2]);
  carryClosedDays(database);
  keeper.book([[on(6, 3), on(1, 3)]]);
  expect(books.totals().reduce((sum, { requests }) => sum + requests, 0)).toBe(6);
  keeper.close([TODAY - 1]);
  carryClosedDays(database);
  expect(books.totals().reduce((sum, { requests }) => sum + requests, 0)).toBe(6);
  expect(differences()).toEqual([]);
});

test('a day whose carrying is cut off is carried whole the next time', () => {
  const before = overAll();
  keeper.close([TODAY - 3]);
  database.exec(`CREATE TEMP TRIGGER cut BEFORE INSERT ON carried_day BEGIN SELECT raise(ABORT, 'cut off'); END`);
  expect(() => carryClosedDays(database)).toThrow('cut off');
  expect(database.prepare('SELECT count(*) AS n FROM carried_book').get()).toEqual({ n: 0 });
  expect(overAll()).toEqual(before);
  database.exec('DROP TRIGGER cut');
  carryClosedDays(database);
  expect(carried()).toEqual([-3]);
  expect(overAll()).toEqual(before);
});

test.each([
  ['a cost', 'UPDATE carried_book SET cost = cost + 1', 'carried sums of book: 1 differ'],
  ['a quantity', `UPDATE carried_component_book SET quantity = 0 WHERE component = 'input'`, 'of component_book: 1 '],
  ['a duration that is gone', 'DELETE FROM carried_duration_book', 'carried sums of duration_book: 1 differ'],
  ['a day that is not in them', `INSERT INTO carried_day VALUES (${TODAY - 1})`, 'of book: 1 differ'],
])('verifying finds %s that is wrong', (_what, damage, said) => {
  keeper.close([TODAY - 3, TODAY - 2]);
  carryClosedDays(database);
  database.exec(damage);
  expect(differences().join('\n')).toContain(said);
});
