import { CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { Books } from './books.ts';
import { eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { rowsMinusSums } from './rowsMinusSums.fixture.ts';

const COST = 654_100n;
const DAY_22 = eventDay(Date.UTC(2026, 10, 22));
const prices = createPriceBook();

let dir: string;
let now: number;
let database: DatabaseSync;
let keeper: Keeper;
let books: Books;

function open(): void {
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => now });
  books = new Books(join(dir, 'ledger.db'));
}

function close(): void {
  books.close();
  database.close();
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keeper-'));
  now = Date.UTC(2026, 10, 22, 13);
  open();
});

afterEach(() => {
  close();
  rmSync(dir, { recursive: true });
});

const book = (...records: MoneyRecord[]) => keeper.book([records]);
const daysOf = () => books.dayTotals().map(({ day, ...rest }) => ({ ...rest, day: day - DAY_22 }));

test('a call is booked once, however often and however batched it comes', () => {
  const first = keeper.book([[moneyRecord(1), moneyRecord(2), moneyRecord(1)], [moneyRecord(2)]]);
  expect(first.delta).toMatchObject({ booked: 2, duplicates: 2 });
  close();
  open();
  expect(book(moneyRecord(2), moneyRecord(3)).delta).toMatchObject({ booked: 1, duplicates: 1 });
  expect(daysOf()).toEqual([{ day: 0, requests: 3n, costNanoUsd: 3n * COST, adjustmentNanoUsd: 0n }]);
});

test('a call that is not priced is booked with its reason and without a cost', () => {
  book(
    moneyRecord(1, { dimensions: { model: 'no-such-model' } }),
    moneyRecord(2, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' }),
    moneyRecord(3, { usage: { kind: 'reported', usage: { inputTokens: NaN, outputTokens: 1 }, partial: false } }),
    moneyRecord(4, { usage: { kind: 'none' }, status: 'refused' })
  );
  const rows = database.prepare('SELECT input, cost, unpriced, reported FROM calls_20261122 ORDER BY start_us').all();
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { input: 466, cost: null, unpriced: 'unknown_model', reported: null },
    { input: null, cost: null, unpriced: 'usage_unknown_aborted', reported: null },
    { input: null, cost: null, unpriced: 'invalid_usage', reported: '{"inputTokens":null,"outputTokens":1}' },
    { input: 0, cost: 0, unpriced: null, reported: null },
  ]);
  expect(books.onDay(DAY_22).map(({ unpriced, requests }) => [unpriced, requests])).toEqual(
    expect.arrayContaining([
      ['unknown_model', 1],
      ['usage_unknown_aborted', 1],
      ['invalid_usage', 1],
      ['', 1],
    ])
  );
});

test('a row keeps all that is needed to show it and to rate it again', () => {
  const parentSpanId = Buffer.from('0102030405060708', 'hex');
  const usage = {
    inputTokens: 100,
    cacheReadTokens: 10,
    cacheWriteTokens: 30,
    cacheWrite5mTokens: 8,
    cacheWrite1hTokens: 2,
  };
  const record = moneyRecord(1, {
    parentSpanId,
    dimensions: { provider: 'anthropic', model: 'claude-sonnet-4-5' },
    task: 'task-1',
    status: 'error',
    attempt: 3,
    errorType: 'overloaded_error',
    usage: {
      kind: 'reported',
      usage: { ...usage, outputTokens: 50, reasoningTokens: 20, webSearches: 2 },
      partial: true,
    },
    estimateNanoUsd: 7n,
  });
  book(record);
  const row = database
    .prepare(
      `SELECT c.*, d.*, t.value AS tenant, r.value AS rate_card, p.value AS request_path
       FROM calls_20261122 c JOIN dimension d ON d.id = dimension
       JOIN name t ON t.id = c.tenant JOIN name r ON r.id = c.rate_card JOIN name p ON p.id = c.request_path`
    )
    .get();
  const [{ costNanoUsd, listNanoUsd } = { costNanoUsd: 0n, listNanoUsd: 0n }] = books.onDay(DAY_22);
  expect(costNanoUsd).toBeGreaterThan(0n);
  expect({ ...row }).toEqual({
    ...record.dimensions,
    id: 1,
    dimension: 1,
    wire_model: null,
    start_us: record.startUs,
    key: new Uint8Array(record.key),
    parent: new Uint8Array(parentSpanId),
    duration_us: 1_500_000,
    booked: null,
    tenant: 'acme',
    request_path: '/ask',
    task: 'task-1',
    status: 'error',
    attempt: 3,
    error_type: 'overloaded_error',
    partial: 1,
    reported: null,
    input: 60,
    cache_read: 10,
    cache_write: 20,
    cache_write_5m: 8,
    cache_write_1h: 2,
    output: 30,
    reasoning: 20,
    web_search: 2,
    other_quantities: null,
    cost: Number(costNanoUsd),
    list: Number(listNanoUsd),
    unpriced: null,
    rate_card: expect.stringContaining('anthropic/claude-sonnet-4-5'),
    estimate: 7,
    stop_reason: null,
    // What some of the above is read from.
    outcome: 3 * 8 + 4 + 1,
    list_apart: null,
    rest: '{"error_type":"overloaded_error","cache_write_1h":2,"web_search":2}',
  });
});

test('an estimate that differs from our list price is counted', () => {
  const { delta } = book(
    moneyRecord(1, { estimateNanoUsd: COST }),
    moneyRecord(2, { estimateNanoUsd: COST + 1n }),
    moneyRecord(3)
  );
  expect(delta.estimateMismatches).toBe(1);
});

test('closed books do not change: a late call adjusts the open day and names its own', () => {
  book(moneyRecord(1));
  now = Date.UTC(2026, 10, 23, 3);
  keeper.close([DAY_22]);
  const closed = books.onDay(DAY_22);
  expect(book(moneyRecord(1), moneyRecord(2)).delta).toMatchObject({ booked: 1, duplicates: 1 });
  close();
  open();
  expect(book(moneyRecord(2), moneyRecord(3)).delta).toMatchObject({ booked: 1, duplicates: 1 });
  expect(books.onDay(DAY_22)).toEqual(closed);
  expect(daysOf()).toEqual([
    { day: 0, requests: 1n, costNanoUsd: COST, adjustmentNanoUsd: 0n },
    { day: 1, requests: 0n, costNanoUsd: 0n, adjustmentNanoUsd: 2n * COST },
  ]);
  expect(books.onDay(DAY_22 + 1)).toMatchObject([{ day: DAY_22 + 1, forDay: DAY_22, requests: 2 }]);
  expect(rowsMinusSums(database)).toEqual([]);
});

test('a clock set back books on the next day that is open', () => {
  book(moneyRecord(1));
  keeper.close([DAY_22, DAY_22 + 1]);
  book(moneyRecord(2));
  expect(books.onDay(DAY_22 + 2)).toMatchObject([{ forDay: DAY_22, requests: 1 }]);
});

test('closing twice keeps the first time', () => {
  keeper.close([DAY_22]);
  const [first] = books.days();
  now += 60_000;
  keeper.close([DAY_22]);
  expect(books.days()).toEqual([first]);
});

test('calls outside retention or ahead of the clock are refused, each for its reason', () => {
  const at = (id: number, startMs: number) => moneyRecord(id, { startUs: startMs * 1_000 });
  const day = 86_400_000;
  const midnight = Date.UTC(2026, 10, 22);
  const { refused, delta } = keeper.book([
    [at(1, midnight - 100 * day), at(2, midnight - 100 * day - 1), at(3, 0)],
    [at(4, now + 600_000), at(5, now + 600_001), at(6, 1.8e16)],
  ]);
  expect(refused).toEqual([{ outside_retention: 2 }, { ahead_of_clock: 2 }]);
  expect(delta.booked).toBe(2);
});

test('rows past retention are dropped, their sums stay, and a late duplicate cannot slip in', () => {
  book(moneyRecord(1));
  now += 101 * 86_400_000;
  keeper.prune();
  expect(database.prepare(`SELECT name FROM sqlite_schema WHERE name GLOB 'calls_*'`).all()).toEqual([]);
  expect(daysOf()).toMatchObject([{ day: 0, costNanoUsd: COST }]);
  // Even with the clock back where it was: the rows that would tell are gone.
  now -= 101 * 86_400_000;
  close();
  open();
  expect(book(moneyRecord(1)).refused).toEqual([{ outside_retention: 1 }]);
});

test('a commit that fails leaves nothing behind and does not stop the next', () => {
  database.exec('CREATE TRIGGER full BEFORE INSERT ON book BEGIN SELECT raise(ABORT, "disk full"); END');
  expect(() => book(moneyRecord(1))).toThrow('disk full');
  database.exec('DROP TRIGGER full');
  expect(books.dimensions()).toEqual([]);
  const { delta } = book(moneyRecord(1));
  expect(delta).toMatchObject({ booked: 1, dimensions: [{ id: 1 }] });
  expect(rowsMinusSums(database)).toEqual([]);
});

const anyRecord = fc.record({
  id: fc.nat(60),
  day: fc.integer({ min: -3, max: 0 }),
  feature: fc.constantFrom('search', 'chat', 'unallocated'),
  model: fc.constantFrom('gpt-5-mini', 'gpt-4o', 'no-such-model'),
  tenant: fc.constantFrom('a', 'b', 'c'),
  status: fc.constantFrom(...CALL_STATUSES),
  attempt: fc.integer({ min: 1, max: 3 }),
  input: fc.nat(5_000),
  cached: fc.nat(5_000),
  output: fc.nat(5_000),
});

test('the sums equal the rows to the nano-USD, whatever came in whatever commits', () => {
  const step = fc.oneof(fc.array(anyRecord, { maxLength: 20 }), fc.integer({ min: -3, max: -1 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      close();
      rmSync(dir, { recursive: true });
      dir = mkdtempSync(join(tmpdir(), 'keeper-'));
      open();
      for (const step of steps) {
        if (typeof step === 'number') {
          keeper.close([DAY_22 + step]);
        } else {
          book(...step.map(toRecord));
        }
      }
      expect(rowsMinusSums(database)).toEqual([]);
      const sum = (rows: readonly { costNanoUsd: bigint }[]) =>
        rows.reduce((whole, row) => whole + row.costNanoUsd, 0n);
      expect(sum(books.componentTotals())).toBe(sum(books.totals()));
    }),
    { numRuns: 40 }
  );
});

function toRecord({
  id,
  day,
  feature,
  model,
  tenant,
  status,
  attempt,
  input,
  cached,
  output,
}: typeof anyRecord extends fc.Arbitrary<infer T> ? T : never) {
  return moneyRecord(id, {
    startUs: (Date.UTC(2026, 10, 22, 12) + day * 86_400_000 + id) * 1_000,
    dimensions: { feature, model },
    tenant,
    status,
    attempt,
    usage: {
      kind: 'reported',
      usage: { inputTokens: input, cacheReadTokens: cached, outputTokens: output },
      partial: false,
    },
  });
}
