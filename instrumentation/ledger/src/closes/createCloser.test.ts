import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { DimensionLabels } from '../books/dimensionLabels.ts';
import { Books } from '../store/books.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import type { ClosesRequest } from './closesRequest.ts';
import { createCloser, type Closer } from './createCloser.ts';
import { keepCloses } from './keepCloses.ts';
import { writeCloses } from './writeCloses.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const policy = { graceMs: 7_200_000, quietMs: 1_800_000, limitMs: DAY_MS };

let dir: string;
let database: DatabaseSync;
let books: Books;
let keeper: Keeper;
let written: ClosesRequest[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'closer-'));
  const path = join(dir, 'ledger.db');
  database = openDatabase(path);
  books = new Books(path);
  keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOON },
  });
  written = [];
  const call = (id: number, daysAgo: number, feature: string) =>
    moneyRecord(id, { startUs: (NOON - daysAgo * DAY_MS) * 1_000 + id, dimensions: { feature } });
  keeper.book([[call(1, 3, 'search'), call(2, 2, 'chat'), call(3, 1, 'chat'), call(4, 1, 'unallocated')]]);
});
afterEach(() => {
  books.close();
  database.close();
  rmSync(dir, { recursive: true });
});

const said = {
  ...{ name: 'genai_daily_other_cost_usd', help: 'Said.', unit: 'usd' as const, labels: ['line'] },
  collect: ({ day }: { day: number }, add: (values: string[], amount: bigint) => void) =>
    add(['rent'], BigInt(day - TODAY)),
};

/** As after a start: nothing in memory, and what was kept in the file. */
function open(write = async (request: ClosesRequest) => writeCloses(books, request)): Closer {
  const labels = new DimensionLabels();
  labels.admit(books.dimensions());
  return createCloser({
    store: { books, close: async (days) => keeper.close(days) },
    ...{ labels, policy, now: () => NOON, more: [said] },
    write: keepCloses(join(dir, 'closes.kept'), (request) => {
      written.push(request);
      return write(request);
    }),
  });
}
const text = async (closer: Closer) => gunzipSync(await closer.written()).toString();

test('closed days are written once, and what is kept is what would be written afresh', async () => {
  const closer = open();
  expect(await closer.closeThrough(TODAY - 1)).toEqual([TODAY - 3, TODAY - 2, TODAY - 1]);
  const shown = await text(closer);
  expect(await text(closer)).toBe(shown);
  expect(written).toHaveLength(1);
  expect(shown).toContain('genai_daily_other_cost_usd{line="rent"} -0.000000001 ');
  expect(shown).toMatch(/^genai_daily_cost_usd\{feature="search",.*\} 0 /m);
  expect(shown).toMatch(/^genai_daily_cost_usd\{feature="chat",.*\} 0\.0006541 /m);

  expect(await text(open())).toBe(shown);
  expect(written).toHaveLength(1);
  rmSync(join(dir, 'closes.kept'));
  expect(await text(open())).toBe(shown);
  expect(written).toHaveLength(2);
});

test('what comes late for a closed day leaves its bytes as they are', async () => {
  const closer = open();
  await closer.closeThrough(TODAY - 1);
  const shown = await text(closer);
  keeper.book([[moneyRecord(5, { startUs: (NOON - DAY_MS) * 1_000 })]]);
  expect(books.onDay(TODAY)).toMatchObject([{ forDay: TODAY - 1 }]);
  expect(await text(closer)).toBe(shown);
  rmSync(join(dir, 'closes.kept'));
  expect(await text(open())).toBe(shown);
});

test('one more closed day is another text, and while it is written the one before is served', async () => {
  let go: () => void = () => undefined;
  let held: Promise<void> = Promise.resolve();
  const closer = open(async (request) => {
    await held;
    return writeCloses(books, request);
  });
  await closer.closeThrough(TODAY - 2);
  const before = await text(closer);
  held = new Promise((resolve) => (go = resolve));
  const closing = closer.closeThrough(TODAY - 1);
  await setImmediate();
  expect(await text(closer)).toBe(before);
  go();
  await closing;
  expect(await text(closer)).not.toBe(before);
  expect(await text(closer)).toContain(`genai_daily_close_complete 1 ${TODAY * DAY_MS}`);
});

test('closes that could not be written are tried again by who asks for them', async () => {
  let fails = true;
  const closer = open(async (request) => {
    if (fails) {
      throw new Error('no thread');
    }
    return writeCloses(books, request);
  });
  await expect(closer.closeThrough(TODAY - 1)).rejects.toThrow('no thread');
  await expect(closer.written()).rejects.toThrow('no thread');
  fails = false;
  expect(await text(closer)).toContain(`genai_daily_close_complete 1 ${TODAY * DAY_MS}`);
});
