import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { BillBooks } from './billBooks.ts';
import { createReconciler, type Reconciler } from './createReconciler.ts';
import { EstimateBooks } from './estimateBooks.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const prices = createPriceBook();

let dir: string;
let database: DatabaseSync;
let reader: DatabaseSync;
let keeper: Keeper;
let bills: BillBooks;
let read: string[];
let reconciler: Reconciler;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reconciler-'));
  database = openDatabase(join(dir, 'ledger.db'));
  reader = new DatabaseSync(join(dir, 'ledger.db'), { readOnly: true });
  keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON + 3_600_000 });
  bills = new BillBooks(':memory:');
  read = [];
  const books = new EstimateBooks(reader);
  reconciler = createReconciler(
    {
      newest: (month) => bills.newest(month),
      lines(revision) {
        read.push(`lines of ${revision.id}`);
        return bills.lines(revision);
      },
    },
    {
      version: () => books.version(),
      lastClosedDay: () => books.lastClosedDay(),
      isAsOf: (day, month) => books.isAsOf(day, month),
      estimates(month) {
        read.push(`books of ${month}`);
        return books.estimates(month);
      },
    },
    () => false
  );
});
afterEach(() => {
  [database, reader, bills].forEach((one) => one.close());
  rmSync(dir, { recursive: true });
});

const keep = (month: string, cents: bigint) => {
  const charge = { provider: 'openai', day: `${month}-01`, description: 'x', category: 'usage' } as const;
  const lines = [{ ...charge, effectiveNanoUsd: cents, billedNanoUsd: cents }];
  bills.keep({ provider: 'openai', month, lines }, { state: 'open', source: 'x', nowMs: 1 });
};
/** What a refresh reads, and which months it then knows with what they are estimated at. */
async function refresh(): Promise<[readonly string[], readonly string[]]> {
  read = [];
  await reconciler.refresh();
  return [read, reconciler.current().map(({ bill, result }) => `${bill.month} ${result.estimateNanoUsd}`)];
}
const [october, november] = ['books of 2026-10', 'books of 2026-11'];

test('what has not changed is neither read nor reconciled again', async () => {
  keep('2026-10', 1n);
  keep('2026-11', 1n);
  const none = ['2026-10 0', '2026-11 0'];
  expect(await refresh()).toEqual([[october, 'lines of 1', november, 'lines of 2'], none]);
  expect(await refresh()).toEqual([[], none]);

  // A call of November: the books say of October what they said.
  keeper.book([[moneyRecord(1)]]);
  const [nowRead, [, booked = '']] = await refresh();
  expect(nowRead).toEqual([october, november, 'lines of 2']);
  expect(booked).toMatch(/^2026-11 [1-9]/);

  keep('2026-10', 2n);
  expect(await refresh()).toEqual([
    [october, 'lines of 3'],
    ['2026-10 0', booked],
  ]);
  expect(await refresh()).toEqual([[], ['2026-10 0', booked]]);
});

test('calls that nobody knows the usage of are a change as well', async () => {
  keep('2026-11', 1n);
  await refresh();
  keeper.book([[moneyRecord(1, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' })]]);
  expect((await refresh())[0]).toEqual([november, 'lines of 1']);
});

test('a month is known by its ratio alone once six newer ones have a bill', async () => {
  ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].forEach((month) => keep(month, 1n));
  expect((await refresh())[1]).toHaveLength(6);
  keep('2026-10', 1n);
  expect(await refresh()).toEqual([
    [october, 'lines of 7'],
    ['2026-05 0', '2026-06 0', '2026-07 0', '2026-08 0', '2026-09 0', '2026-10 0'],
  ]);
  const ratio = { provider: 'openai', month: '2026-04' };
  expect(reconciler.all()[0]).toEqual({
    bill: expect.objectContaining(ratio) as unknown,
    result: { matched: expect.anything() as unknown },
  });
});

test('every month with a bill is known, two years of them, the newest of the earlier ones first', async () => {
  const months = Array.from({ length: 24 }, (_, index) =>
    new Date(Date.UTC(2024, 11 + index, 1)).toISOString().slice(0, 7)
  );
  months.forEach((month) => keep(month, 1n));
  await refresh();
  read = [];
  await reconciler.refreshEarlier();
  expect(read.filter((one) => one.startsWith('books'))[0]).toBe('books of 2026-05');
  expect(
    reconciler
      .all()
      .map(({ bill }) => bill.month)
      .sort()
  ).toEqual(months);
  read = [];
  await reconciler.refreshEarlier();
  expect(read).toEqual([]);
  // A bill that is corrected after years is held against the books again, and no other month is.
  keep('2025-01', 2n);
  await reconciler.refreshEarlier();
  expect(read).toEqual(['books of 2025-01', 'lines of 25']);
});

test('a closed month is read again for what is booked for it later, and for nothing else', async () => {
  const october = Date.UTC(2026, 9, 5, 12) * 1_000;
  keeper.book([[moneyRecord(1, { startUs: october })]]);
  const days = Array.from({ length: 31 }, (_, index) => Date.UTC(2026, 9, 1 + index) / 86_400_000);
  days.forEach((day) => keeper.close([day]));
  keep('2026-10', 1n);
  const [, [estimate]] = await refresh();
  keeper.book([[moneyRecord(2)]]);
  expect((await refresh())[0]).toEqual([]);
  keeper.book([[moneyRecord(3, { startUs: october + 1 })]]);
  const [nowRead, [restated]] = await refresh();
  expect(nowRead).toEqual(['books of 2026-10', 'lines of 1']);
  expect(restated).not.toBe(estimate);
});
