import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Books } from './books.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { rowsMinusSums } from './rowsMinusSums.fixture.ts';
import { Unusable } from './unusable.ts';

const MONDAY = 20778;
let dir: string;
let path: string;

/** Books that the ledger of schema 1 wrote: seven calls on two days, one of them closed, one call late. */
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'migration-'));
  path = join(dir, 'ledger.db');
  const database = new DatabaseSync(path);
  database.exec(readFileSync(join(__dirname, 'booksOfVersion1.fixture.sql'), 'utf8'));
  database.close();
});

afterEach(() => rmSync(dir, { recursive: true }));

test('books of schema 1 keep every sum and every call', () => {
  const before = new DatabaseSync(path);
  const sums = before
    .prepare('SELECT sum(q_input) AS input, sum(c_output) AS output, sum(cost) AS cost FROM book')
    .get();
  before.close();

  const database = openDatabase(path);
  expect(rowsMinusSums(database)).toEqual([]);
  expect(
    database
      .prepare(
        `SELECT sum(quantity) FILTER (WHERE component = 'input') AS input,
           sum(cost) FILTER (WHERE component = 'output') AS output, sum(cost) AS cost FROM component_book`
      )
      .get()
  ).toEqual(sums);
  const books = new Books(path);
  expect(books.componentsOnDay(MONDAY).map(({ component, quantity }) => [component, quantity])).toEqual([
    ['cache_read', 10],
    ['cache_write', 20],
    ['cache_write_1h', 2],
    ['cache_write_5m', 8],
    ['input', 60],
    ['output', 30],
    ['reasoning', 20],
    ['web_search', 2],
  ]);
  books.close();
  database.close();
});

test('the next calls are booked on them, duplicates of old ones are known', () => {
  const database = openDatabase(path);
  const now = () => Date.UTC(2026, 10, 22, 13);
  const keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now });
  const { delta } = keeper.book([
    [
      moneyRecord(1),
      moneyRecord(8, {
        usage: { kind: 'reported', usage: { inputTokens: 9, outputTokens: 1, fileSearches: 2 }, partial: false },
        dimensions: { model: 'gpt-4o' },
        stopReason: 'stop',
      }),
    ],
  ]);
  expect(delta).toMatchObject({ booked: 1, duplicates: 1 });
  expect(
    database
      .prepare(
        `SELECT other_quantities, s.value AS stopped FROM calls_20261122 c LEFT JOIN name s ON s.id = c.stop_reason
         WHERE input = 9`
      )
      .get()
  ).toEqual({ other_quantities: '{"file_search":2}', stopped: 'stop' });
  expect(rowsMinusSums(database)).toEqual([]);
  database.close();
});

test('a reader does not take books that were not migrated', () => {
  expect(() => new Books(path)).toThrow(Unusable);
});
