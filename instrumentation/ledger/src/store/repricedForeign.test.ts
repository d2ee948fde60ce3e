import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ForeignSpan } from '../intake/foreignSpan.ts';
import { Books } from './books.ts';
import { DAY_MS, eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { repriceBooks } from './repriceBooks.ts';
import { verifyBooks } from './verifyBooks.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY = eventDay(NOON);
const MODEL = 'our-own-model';

const pricesOf = (ratesPerMillion: Readonly<Record<string, string>>) =>
  createPriceBook(
    parsePriceOverlay({ contracts: [{ provider: 'openai', from: '2026-01-01', model: MODEL, ratesPerMillion }] })
  );
/** One with a fee a call, one without, so that quantities change as well; the list does not know the model. */
const PRICES = {
  fee: pricesOf({ input: '1', cache_read: '0.1', output: '2', reasoning: '2', request: '1000' }),
  dearer: pricesOf({ input: '2', cache_read: '0.2', output: '4', reasoning: '4' }),
  unknown: createPriceBook(),
  /** 466 × 1,000 + 1,024 × 200 + 256 × 2,000 and a fee: the same cost in other parts. */
  otherParts: pricesOf({ input: '1', cache_read: '0.2', output: '2', reasoning: '2', request: '897.6' }),
};
/** 466 × 1,000 + 1,024 × 100 + 256 × 2,000, and a fee of 0.001 USD; twice that without the fee. */
const COST = { fee: 1_080_400n + 1_000_000n, dearer: 2_160_800n, unknown: 0n, otherParts: 1_080_400n + 1_000_000n };

let dir: string;
let path: string;
let now: number;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'repriced-foreign-'));
  path = join(dir, 'ledger.db');
  now = NOON;
});
afterEach(() => rmSync(dir, { recursive: true }));

function foreign(id: number, parent: number | undefined): ForeignSpan {
  const spanId = (of: number) => Buffer.alloc(8, of);
  const key = Buffer.concat([Buffer.alloc(16, 5), spanId(id)]);
  const parentSpanId = parent === undefined ? null : spanId(parent);
  const call = moneyRecord(id, { key, parentSpanId, startUs: NOON * 1_000 + id, dimensions: { model: MODEL } });
  return { key, parentSpanId, startUs: call.startUs, call, service: 'bot' };
}

function withKeeper(use: (keeper: Keeper) => void): void {
  const database = openDatabase(path);
  use(new Keeper(database, { prices: PRICES.fee, retentionDays: 100, maxSkewMs: 600_000, now: () => now }));
  database.close();
}

function read<Result>(use: (books: Books) => Result): Result {
  const books = new Books(path);
  const result = use(books);
  books.close();
  return result;
}

const bookedRows = () => read((books) => [DAY, DAY + 1].flatMap((day) => books.onDay(day)));
const differences = () => [...verifyBooks(path)].flatMap(({ differences: found }) => found);
const cost = (rows: readonly { costNanoUsd: bigint }[]) => rows.reduce((total, row) => total + row.costNanoUsd, 0n);
const calls = (rows: readonly { requests: number }[]) => rows.reduce((total, row) => total + row.requests, 0);

describe.each(['never', 'before', 'between', 'after'] as const)('the day closed %s the corrections', (closed) => {
  test.each<{ readonly corrections: readonly (keyof typeof PRICES)[] }>([
    { corrections: ['dearer'] },
    { corrections: ['dearer', 'unknown'] },
    { corrections: ['unknown', 'dearer', 'fee'] },
    { corrections: ['otherParts'] },
  ])('the price that holds is taken back, nothing is left of the frame: $corrections', ({ corrections }) => {
    const closeIf = (when: typeof closed) => {
      if (when === closed) {
        now = NOON + DAY_MS;
        withKeeper((keeper) => keeper.close([DAY]));
      }
    };
    withKeeper((keeper) => keeper.book([[]], [{ foreign: [foreign(1, undefined)] }]));
    closeIf('before');
    corrections.forEach((name, index) => {
      Array.from(repriceBooks(path, { from: DAY, to: DAY }, { prices: PRICES[name], isBooked: true, now: () => now }));
      if (index === 0) {
        closeIf('between');
      }
    });
    closeIf('after');
    const closedRows = read((books) => books.onDay(DAY));
    const held = cost(bookedRows());
    expect(held).toBe(COST[corrections.at(-1) ?? 'fee']);
    expect(differences()).toEqual([]);

    withKeeper((keeper) => {
      expect(keeper.book([[]], [{ foreign: [foreign(2, 1)] }]).delta).toMatchObject({ booked: 1, takenBack: 1 });
    });
    const rows = bookedRows();
    expect([calls(rows), cost(rows)]).toEqual([1, COST.fee]);
    const reversed = rows.filter(({ reason }) => reason === 'superseded');
    // A call whose day is open and whose price never changed leaves without a trace, whatever its parts came to.
    const isTraced = closed !== 'never' || corrections.some((name) => name !== 'otherParts');
    expect([calls(reversed), cost(reversed)]).toEqual(isTraced ? [-1, -held] : [0, 0n]);
    if (closed !== 'never') {
      expect(read((books) => books.onDay(DAY))).toEqual(closedRows);
    }
    expect(differences()).toEqual([]);

    const left = read((books) => [DAY, DAY + 1].flatMap((day) => books.componentsOnDay(day)));
    const costs = new Map<string, bigint>();
    left.forEach(({ component, costNanoUsd }) => costs.set(component, (costs.get(component) ?? 0n) + costNanoUsd));
    expect(Object.fromEntries([...costs].filter(([, nanoUsd]) => nanoUsd !== 0n))).toEqual({
      ...{ input: 466_000n, cache_read: 102_400n, output: 256_000n, reasoning: 256_000n, request: 1_000_000n },
    });
    const fees = left.filter(({ component }) => component === 'request');
    expect(fees.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(1);
    // Live counters keep both calls, as they were priced when they came.
    expect(read((books) => [calls(books.totals()), cost(books.totals())])).toEqual([2, 2n * COST.fee]);
    expect(read((books) => calls(books.durations()))).toBe(2);
  });
});
