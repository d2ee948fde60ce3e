import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { claudeCodeMetrics, type FixturePoint } from '../intake/claudeCodeMetrics.fixture.ts';
import { decodeMetrics } from '../intake/decodeMetrics.ts';
import { DAY_MS } from './eventDay.ts';
import { Keeper } from './keeper.ts';
import { openDatabase } from './openDatabase.ts';
import { verifyBooks } from './verifyBooks.ts';

const AT = Date.UTC(2026, 10, 22, 12);
const START = AT - 3_600_000;
const DELTA = 1;
const TOTAL = 2;

let dir: string;
let path: string;
let database: DatabaseSync;
let keeper: Keeper;
let now: number;

function open(): void {
  database = openDatabase(path);
  keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => now },
    services: new Map([['claude-code', 'coding']]),
  });
}

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tokens-'));
  path = join(dir, 'ledger.db');
  now = AT + 60_000;
  open();
});
afterEach(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

function send(temporality: number, ...points: readonly Partial<FixturePoint>[]) {
  const full = points.map((point) => ({ value: 1, startMs: START, timeMs: AT, ...point }));
  const { protobuf } = claudeCodeMetrics(full, { temporality });
  const decoded = decodeMetrics({ bytes: new Uint8Array(protobuf), encoding: 'protobuf', gzip: false }, 2 ** 20);
  const { refused, delta } = keeper.book([[]], [decoded]);
  return { refused: refused[0], booked: delta.booked, duplicates: delta.duplicates };
}

const tokens = () =>
  Object.fromEntries(
    database
      .prepare('SELECT component, sum(quantity) AS n FROM component_book WHERE day >= 0 GROUP BY 1 HAVING n <> 0')
      .all()
      .map(({ component, n }) => [component, n])
  );
const cost = () => Number(database.prepare('SELECT sum(cost) AS cost FROM book WHERE day >= 0').get()?.['cost']);
const differences = () => [...verifyBooks(path)].flatMap(({ differences: found }) => found);

test('tokens are priced by model and kind, marked with where they come from', () => {
  const counts = [
    { type: 'input', value: 210 },
    { type: 'output', value: 300 },
    { type: 'cacheRead', value: 4_096 },
    { type: 'cacheCreation', value: 768 },
  ];
  expect(send(DELTA, ...counts)).toEqual({ refused: {}, booked: 4, duplicates: 0 });
  expect(tokens()).toEqual({ input: 210, output: 300, cache_read: 4_096, cache_write: 768 });
  // 3, 15, 0.30 and 3.75 USD a million.
  expect(cost()).toBe(210 * 3_000 + 300 * 15_000 + 4_096 * 300 + 768 * 3_750);
  expect(
    database
      .prepare(
        `SELECT DISTINCT (SELECT value FROM name WHERE id = request_path) AS request_path, task, feature, request_type, provider, model
         FROM calls_20261122 c JOIN dimension d ON d.id = c.dimension`
      )
      .all()
  ).toEqual([
    {
      ...{ request_path: 'claude_code.token.usage', task: '6e2a8c02-aec9-4272-bcde-9843b25ad407' },
      ...{ feature: 'coding', request_type: 'claude_code', provider: 'anthropic', model: 'claude-sonnet-4-5' },
    },
  ]);
  expect(send(DELTA, ...counts)).toEqual({ refused: {}, booked: 0, duplicates: 4 });
  expect(differences()).toEqual([]);
});

test('many calls of a minute are not one of a long context', () => {
  expect(send(DELTA, { type: 'cacheRead', value: 1_000_001 })).toMatchObject({ booked: 1, duplicates: 0 });
  expect(cost()).toBe(1_000_001 * 300);
  expect(send(DELTA, { type: 'cacheRead', value: 1_000_001 })).toMatchObject({ booked: 0, duplicates: 1 });
  expect(send(DELTA, { type: 'output', value: 200_000_001 }).refused).toEqual({ invalid_points: 1 });
  expect(differences()).toEqual([]);
});

test('of a running total what is new is booked, also after a restart and when it begins anew', () => {
  const at = (minute: number, value: number, startMs = START) =>
    send(TOTAL, { value, timeMs: AT + minute * 60_000, startMs }).booked;
  now = AT + 3_600_000;
  expect(at(0, 100)).toBe(1);
  expect(at(1, 150)).toBe(1);
  database.close();
  open();
  expect(at(2, 150)).toBe(0);
  expect(at(3, 170)).toBe(1);
  expect([at(3, 170), at(1, 150)]).toEqual([0, 0]);
  expect(tokens()).toEqual({ input: 170 });
  // The next process, and one that says no new start.
  expect(at(4, 30, AT + 200_000)).toBe(1);
  expect(at(5, 20)).toBe(1);
  expect(at(6, 25)).toBe(1);
  expect(tokens()).toEqual({ input: 170 + 30 + 25 });
  expect(differences()).toEqual([]);
});

test('what is outside retention or ahead of the clock is refused, and leaves the total where it was', () => {
  expect(send(TOTAL, { value: 5, startMs: AT - 101 * DAY_MS }).refused).toEqual({ outside_retention: 1 });
  expect(send(TOTAL, { value: 7, timeMs: AT + DAY_MS }).refused).toEqual({ ahead_of_clock: 1 });
  expect(send(TOTAL, { value: 9 }).booked).toBe(1);
  expect(tokens()).toEqual({ input: 9 });
  now = AT + 102 * DAY_MS;
  keeper.prune();
  expect(database.prepare('SELECT count(*) AS n FROM metric_series').get()).toEqual({ n: 0 });
  expect(send(TOTAL, { value: 9, timeMs: now }).refused).toEqual({ outside_retention: 1 });
});

test('however totals are repeated, reordered and cut by restarts, the books hold the newest of each process', () => {
  const step = fc.record({ minute: fc.integer({ min: 0, max: 30 }), process: fc.nat(2), isRestart: fc.boolean() });
  // A total that only rises: by the minute, differently in each process.
  const total = (minute: number, process: number) => minute * minute * 7 + process;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      database.close();
      rmSync(dir, { recursive: true });
      dir = mkdtempSync(join(tmpdir(), 'tokens-'));
      path = join(dir, 'ledger.db');
      now = AT + 3_600_000;
      open();
      const newest = new Map<number, number>();
      for (const { minute, process, isRestart } of steps) {
        send(TOTAL, {
          value: total(minute, process),
          startMs: START + process,
          timeMs: AT + minute * 60_000,
        });
        newest.set(process, Math.max(newest.get(process) ?? 0, total(minute, process)));
        if (isRestart) {
          database.close();
          open();
        }
      }
      const sum = [...newest.values()].reduce((all, one) => all + one, 0);
      expect(tokens()).toEqual(sum === 0 ? {} : { input: sum });
    }),
    { numRuns: 15 }
  );
});
