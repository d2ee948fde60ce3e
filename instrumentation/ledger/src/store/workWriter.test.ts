import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { WorkRecord } from '../intake/workRecord.ts';
import { Books } from './books.ts';
import { DAY_MS, eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { moneyRecord } from './moneyRecord.fixture.ts';
import { openDatabase } from './openDatabase.ts';
import { verifyBooks } from './verifyBooks.ts';
import { workRecord } from './workRecord.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const prices = createPriceBook();
let dir: string;
let now: number;
let database: DatabaseSync;
let keeper: Keeper;
let books: Books;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'work-'));
  now = NOON + 3_600_000;
  open();
});
afterEach(() => {
  close();
  rmSync(dir, { recursive: true });
});

function open(): void {
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => now });
  books = new Books(join(dir, 'ledger.db'));
}

function close(): void {
  books.close();
  database.close();
}

const book = (...work: WorkRecord[]) => keeper.book([[]], [{ work }]);
const onDay = (day: number) =>
  books.workOnDay(day).map(({ series, forDay, records, amount }) => {
    const labels = books.workSeries().find(({ id }) => id === series)?.labels;
    return [labels?.kind, labels?.feature, labels?.model, labels?.name, forDay - TODAY, records, amount];
  });
const differences = () => [...verifyBooks(join(dir, 'ledger.db'))].flatMap(({ differences: found }) => found);
const score = (id: number, amount: number, model = 'gpt-5-mini') =>
  workRecord(id, { labels: { kind: 'quality', name: 'grounded@3', model }, amount });

test('what an outcome was worth is booked beside it, once, on its day, and what is read later adds the rest', () => {
  const sold = (id: number, valueNanoUsd: bigint, atUs = NOON * 1_000 + id) => workRecord(id, { valueNanoUsd, atUs });
  const late = sold(3, 5n, (NOON - DAY_MS) * 1_000);
  const { delta } = book(sold(1, 12_500_000_000n), sold(1, 12_500_000_000n), sold(2, 0n), workRecord(4));
  expect(delta).toMatchObject({ work: { booked: 3, duplicates: 1 } });
  keeper.close([TODAY - 1]);
  book(late, late);
  expect(onDay(TODAY)).toEqual([
    ['outcome', 'triage', '', 'ticket_resolved', -1, 1, 1n],
    ['value', 'triage', '', '', -1, 1, 5n],
    ['outcome', 'triage', '', 'ticket_resolved', 0, 3, 3n],
    ['value', 'triage', '', '', 0, 2, 12_500_000_000n],
  ]);
  const reading = { day: TODAY, kind: 'value', feature: 'triage', name: '', amount: 13_000_000_000n } as const;
  now = NOON + DAY_MS;
  keeper.book([[]], [{ readings: { source: 'crm', readings: [reading] } }]);
  const worth = onDay(TODAY).filter(([kind, , , , ago]) => kind === 'value' && ago === 0);
  expect(worth.reduce((sum, row) => sum + BigInt(row.at(-1) as bigint), 0n)).toBe(13_000_000_000n);
  expect(differences()).toEqual([]);
});

test('work is booked once, however often it comes, also across a restart, and beside calls', () => {
  const { delta } = keeper.book([[moneyRecord(1)], []], [{ work: [workRecord(1)] }, { work: [workRecord(1)] }]);
  expect(delta).toMatchObject({ booked: 1, work: { booked: 1, duplicates: 1 } });
  close();
  open();
  expect(book(workRecord(1), workRecord(2, { amount: 3 })).delta.work).toMatchObject({ booked: 1, duplicates: 1 });
  expect(onDay(TODAY)).toEqual([['outcome', 'triage', '', 'ticket_resolved', 0, 2, 4n]]);
  expect(differences()).toEqual([]);
});

test('a batch that every call tells of is booked once, and is no call that was received or refused', () => {
  const job = (id: number, amount: number, atUs = NOON * 1_000 + id) =>
    workRecord(id, {
      labels: { kind: 'turnaround', name: '7200', feature: 'digest' },
      tenant: '',
      amount,
      atUs,
      isToldByCall: true,
    });
  const old = job(3, 60_000, (NOON - 101 * DAY_MS) * 1_000);
  const { delta, refused } = book(job(1, 5_400_000), job(1, 5_400_000), old);
  expect([delta.work.booked, delta.work.duplicates, refused]).toEqual([0, 0, [{}]]);
  book(job(1, 5_400_000), job(2, 3_600_250));
  expect(onDay(TODAY)).toEqual([['turnaround', 'digest', '', '7200', 0, 2, 9_000_250n]]);
  expect(differences()).toEqual([]);
});

test('a judged model goes by its name in the catalogue, as calls do', () => {
  book(score(1, 900_000, 'gpt-5-mini-2025-08-07'), score(2, -250_000), score(3, 1, 'own-model'));
  expect(onDay(TODAY)).toEqual([
    ['quality', 'triage', 'gpt-5-mini', 'grounded@3', 0, 2, 650_000n],
    ['quality', 'triage', 'own-model', 'grounded@3', 0, 1, 1n],
  ]);
});

test('late work is booked on the open day and names its own; the closed day stands', () => {
  book(workRecord(1, { atUs: (NOON - DAY_MS) * 1_000 }));
  const before = onDay(TODAY - 1);
  keeper.close([TODAY - 1]);
  book(workRecord(2, { atUs: (NOON - DAY_MS) * 1_000, amount: 5 }));
  expect(onDay(TODAY - 1)).toEqual(before);
  expect(onDay(TODAY)).toEqual([['outcome', 'triage', '', 'ticket_resolved', -1, 1, 5n]]);
  expect(differences()).toEqual([]);
});

test('a day of work alone is a day: it closes', () => {
  book(workRecord(1, { atUs: (NOON - 3 * DAY_MS) * 1_000 }));
  expect(books.days()[0]).toMatchObject({ day: TODAY - 3, closedMs: undefined });
});

test('outside retention and ahead of the clock nothing is booked; past retention sums stay', () => {
  const { refused } = book(
    workRecord(1, { atUs: (NOON - 101 * DAY_MS) * 1_000 }),
    workRecord(2, { atUs: (NOON + DAY_MS) * 1_000 }),
    workRecord(3)
  );
  expect(refused).toEqual([{ outside_retention: 1, ahead_of_clock: 1 }]);
  now += 101 * DAY_MS;
  keeper.prune();
  expect(database.prepare('SELECT count(*) AS n FROM work').get()).toEqual({ n: 0 });
  expect(onDay(TODAY)).toHaveLength(1);
  expect(book(workRecord(3)).refused).toEqual([{ outside_retention: 1 }]);
  expect(differences()).toEqual([]);
});

test.each([
  ['UPDATE work_book SET amount = amount + 1', /counted 2 records, 2; kept 2 records, 3/],
  ['DELETE FROM work_book', /counted 2 records, 2; kept 0/],
  ['DELETE FROM work WHERE rowid IN (SELECT 1) OR at_us % 2 = 1', /counted 1 records, 1; kept 2/],
])('%s does not verify', (change, expected) => {
  book(workRecord(1), workRecord(2));
  database.exec(change.replace('rowid IN (SELECT 1) OR ', ''));
  expect(differences()).toEqual([expect.stringMatching(expected)]);
});

test('a commit that fails leaves nothing, and the next one finds its labels', () => {
  const broken = workRecord(2, { amount: 0.5 });
  expect(() => book(workRecord(1), broken)).toThrow();
  expect(onDay(TODAY)).toEqual([]);
  expect(book(workRecord(1)).delta.work.series).toHaveLength(1);
  expect(onDay(TODAY)).toHaveLength(1);
});

test('any order, batching and repetition gives the same sums', () => {
  const records = Array.from({ length: 12 }, (_, id) =>
    id % 2 ? score(id, id * 1_001, id % 3 ? 'gpt-5-mini' : 'x') : workRecord(id, { labels: { feature: `f${id % 4}` } })
  );
  const any = fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.boolean()), { minLength: 12, maxLength: 40 });
  let expected: unknown;
  fc.assert(
    fc.property(any, (picks) => {
      const order = [...picks.map(([id]) => id), ...records.keys()];
      const isCut = (at: number) => picks[at]?.[1] ?? false;
      let waiting: WorkRecord[] = [];
      order.forEach((id, at) => {
        waiting.push(records[id] as WorkRecord);
        if (isCut(at) || at === order.length - 1) {
          book(...waiting);
          waiting = [];
        }
      });
      const sums = onDay(TODAY).sort((a, b) => (String(a) < String(b) ? -1 : 1));
      expected ??= sums;
      expect(sums).toEqual(expected);
      database.exec('DELETE FROM work; DELETE FROM work_book');
    }),
    { numRuns: 30 }
  );
});
