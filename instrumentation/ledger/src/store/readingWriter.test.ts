import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { eventDay } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { openDatabase } from './openDatabase.ts';
import type { Reading } from './reading.ts';
import { verifyBooks } from './verifyBooks.ts';
import { workRecord } from './workRecord.fixture.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
let dir: string;
let database: DatabaseSync;
let keeper: Keeper;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reading-'));
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, {
    prices: createPriceBook(),
    retentionDays: 100,
    maxSkewMs: 600_000,
    now: () => NOON + 3_600_000,
  });
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

const reading = (amount: bigint | undefined, more: Partial<Reading> = {}): Reading => ({
  ...{ day: TODAY - 1, kind: 'outcome', feature: 'triage', name: 'ticket_resolved', amount },
  ...more,
});
const read = (...readings: Reading[]) => keeper.book([[]], [{ readings: { source: 'metric', readings } }]);
const rows = () =>
  database
    .prepare(
      `SELECT b.day - ${TODAY} AS day, b.for_day - ${TODAY} AS for_day, s.kind, s.name, CAST(sum(b.amount) AS TEXT) AS amount
       FROM work_book b JOIN work_series s ON s.id = b.series GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3`
    )
    .all()
    .map((row) => Object.values(row).join(' '));
const kept = () =>
  database
    .prepare('SELECT amount, source FROM reading ORDER BY seq')
    .all()
    .map((row) => row['amount']);

test('a day holds what was read of it: again, more, less, and beside what services recorded', () => {
  keeper.book([[]], [{ work: [workRecord(1, { atUs: (NOON - 86_400_000) * 1_000, amount: 30 })] }]);
  read(reading(100n));
  expect(rows()).toEqual(['-1 -1 outcome ticket_resolved 100']);
  const { delta } = read(reading(100n));
  expect(delta.work.rows).toEqual([]);
  read(reading(90n));
  expect(rows()).toEqual(['-1 -1 outcome ticket_resolved 90']);
  expect(kept()).toEqual([100, 90]);
  expect([...verifyBooks(join(dir, 'ledger.db'))].flatMap(({ differences }) => differences)).toEqual([]);
});

test('of a closed day it is an adjustment of the open one, that names its day', () => {
  read(reading(100n));
  keeper.close([TODAY - 1]);
  read(reading(104n));
  expect(rows()).toEqual(['-1 -1 outcome ticket_resolved 100', '0 -1 outcome ticket_resolved 4']);
});

test('nothing to read is a gap, not a zero: it is remembered, and nothing is booked', () => {
  read(reading(undefined));
  expect([rows(), kept()]).toEqual([[], [null]]);
  read(reading(0n));
  expect([rows(), kept()]).toEqual([[], [null, 0]]);
});

test('a day past retention is refused', () => {
  expect(read(reading(1n, { day: TODAY - 200 })).refused).toEqual([{ outside_retention: 1 }]);
  expect([rows(), kept()]).toEqual([[], []]);
});

test('money of more than a number can hold, and tenants of any name', () => {
  const name = `"; DROP TABLE reading; --`;
  read(reading(9_007_199_254_740_993n, { kind: 'revenue', feature: 'unallocated', name }));
  expect(rows()).toEqual([`-1 -1 revenue ${name} 9007199254740993`]);
});

test('whatever is read in whatever order, a day ends with the last reading of it', () => {
  const one = fc.record({
    day: fc.integer({ min: TODAY - 3, max: TODAY - 1 }),
    name: fc.constantFrom('a', 'b'),
    amount: fc.option(fc.bigInt(0n, 10n ** 15n), { nil: undefined }),
    isClosedFirst: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (readings) => {
      const last = new Map<string, bigint>();
      database.exec('DELETE FROM work; DELETE FROM work_book; DELETE FROM reading');
      for (const { day, name, amount, isClosedFirst } of readings) {
        if (isClosedFirst) {
          keeper.close([day]);
        }
        read(reading(amount, { day, name }));
        if (amount !== undefined) {
          last.set(`${day} ${name}`, amount);
        }
      }
      const sums = database
        .prepare(
          `SELECT b.for_day || ' ' || s.name AS key, sum(b.amount) AS amount
           FROM work_book b JOIN work_series s ON s.id = b.series GROUP BY 1`
        )
        .all()
        .map((row): [string, bigint] => [String(row['key']), BigInt(Number(row['amount']))]);
      const of = (entries: Iterable<[string, bigint]>) => [...entries].filter(([, amount]) => amount !== 0n).sort();
      expect(of(sums)).toEqual(of(last));
    }),
    { numRuns: 50 }
  );
});
