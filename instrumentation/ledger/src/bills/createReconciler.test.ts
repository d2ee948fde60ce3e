import { DatabaseSync } from 'node:sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { BillBooks } from './billBooks.ts';
import { createReconciler } from './createReconciler.ts';
import { EstimateBooks } from './estimateBooks.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const prices = createPriceBook();

let dir: string;
let database: DatabaseSync;
let reader: DatabaseSync;
let keeper: Keeper;
let bills: BillBooks;
let told: string[];
let read: string[];
let refresh: () => Promise<void>;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reconciler-'));
  database = openDatabase(join(dir, 'ledger.db'));
  reader = new DatabaseSync(join(dir, 'ledger.db'), { readOnly: true });
  keeper = new Keeper(database, { prices, retentionDays: 100, maxSkewMs: 600_000, now: () => NOON + 3_600_000 });
  bills = new BillBooks(':memory:');
  [told, read] = [[], []];
  const books = new EstimateBooks(reader);
  refresh = createReconciler(
    {
      newest: (month) => bills.newest(month),
      lines(revision) {
        read.push(`lines of ${revision.id}`);
        return bills.lines(revision);
      },
    },
    {
      version: () => books.version(),
      estimates(month) {
        read.push(`books of ${month}`);
        return books.estimates(month);
      },
    },
    {
      reconciled: (month, of) =>
        told.push(`${month}: ${of.map(({ result }) => `${result.estimateNanoUsd > 0n}`).join(' ')}`),
      months: (months) => told.push(months.join(' ')),
      isStopped: () => false,
    }
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
const seen = () => [read.splice(0), told.splice(0)];

test('what has not changed is neither read nor reconciled again', async () => {
  keep('2026-10', 1n);
  keep('2026-11', 1n);
  await refresh();
  const [october, november] = ['books of 2026-10', 'books of 2026-11'];
  expect(seen()).toEqual([
    [october, 'lines of 1', november, 'lines of 2'],
    ['2026-10: false', '2026-11: false', '2026-10 2026-11'],
  ]);
  await refresh();
  expect(seen()).toEqual([[], ['2026-10 2026-11']]);

  // A call of November: the books say of October what they said.
  keeper.book([[moneyRecord(1)]]);
  await refresh();
  expect(seen()).toEqual([
    [october, november, 'lines of 2'],
    ['2026-11: true', '2026-10 2026-11'],
  ]);

  keep('2026-10', 2n);
  await refresh();
  expect(seen()).toEqual([
    [october, 'lines of 3'],
    ['2026-10: false', '2026-10 2026-11'],
  ]);
});

test('calls that nobody knows the usage of are a change as well', async () => {
  keep('2026-11', 1n);
  await refresh();
  seen();
  keeper.book([[moneyRecord(1, { usage: { kind: 'unknown', reason: 'aborted' }, status: 'aborted' })]]);
  await refresh();
  expect(seen()[1]).toEqual(['2026-11: false', '2026-11']);
});

test('a month is told of no more once six newer ones have a bill', async () => {
  ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].forEach((month) => keep(month, 1n));
  await refresh();
  expect(seen()[1]).toHaveLength(7);
  keep('2026-10', 1n);
  await refresh();
  expect(seen()[1]).toEqual(['2026-10: false', '2026-05 2026-06 2026-07 2026-08 2026-09 2026-10']);
});
