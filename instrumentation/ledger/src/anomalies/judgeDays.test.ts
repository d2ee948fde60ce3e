import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DimensionLabels } from '../books/dimensionLabels.ts';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { Books } from '../store/books.ts';
import { appendRecord } from '../store/appendRecord.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import type { RecordEntry } from '../store/recordEntry.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { writeAnomalies } from '../store/writeAnomalies.ts';
import { createAnomalyFamily } from './createAnomalyFamily.ts';
import { createAnomalyRunner } from './createAnomalyRunner.ts';
import { judgeDays, type JudgeRequest } from './judgeDays.ts';
import type { Mark } from './mark.ts';

const FIRST = 20_700;
const DAYS = 60;
const STORM = 57;
/** A call of the fixture costs 654,100 nano-USD: 30 of them are 2 ct, a storm of five retries each 10 ct more. */
const GATE = 5_000_000;

let dir: string;
let path: string;
let database: DatabaseSync;
let books: AnomalyBooks;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'anomalies-'));
  path = join(dir, 'ledger.db');
  database = openDatabase(path);
  const now = () => (FIRST + DAYS) * DAY_MS;
  const keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 0, now });
  let id = 0;
  const records = Array.from({ length: DAYS }, (_, day) =>
    ['search', 'chat'].flatMap((feature) =>
      Array.from({ length: 30 + (day % 3) }, () => {
        const isStorm = feature === 'search' && day >= STORM && day < STORM + 2;
        return (isStorm ? [1, 2, 3, 4, 5, 6] : [1]).map((attempt) => {
          id += 1;
          return moneyRecord(id, {
            startUs: (FIRST + day) * DAY_MS * 1_000 + id,
            attempt,
            dimensions: { feature, team: `${feature} team` },
          });
        });
      }).flat()
    )
  );
  keeper.book(records);
  keeper.close(Array.from({ length: DAYS }, (_, day) => FIRST + day));
  books = new AnomalyBooks(path);
});

afterAll(() => {
  books.close();
  database.close();
  rmSync(dir, { recursive: true });
});

const request = (marks: readonly Mark[] = []): JudgeRequest => ({
  days: Array.from({ length: DAYS }, (_, day) => FIRST + day),
  gate: GATE,
  marks,
});

test('a retry storm is found on its days, with team, dollars and what it came from', () => {
  const found = judgeDays(books, request()).flatMap(({ anomalies }) => anomalies);
  expect(found.filter(({ score }) => score > 0)).toEqual([
    expect.objectContaining({
      day: FIRST + STORM,
      since: FIRST + STORM,
      feature: 'search',
      team: 'search team',
      environment: 'prod',
      isDismissed: false,
    }),
    expect.objectContaining({ day: FIRST + STORM + 1, since: FIRST + STORM }),
  ]);
  const [storm] = found;
  expect(storm?.costNanoUsd).toBe(654_100n * 180n);
  expect(storm?.sentence).toMatch(
    /^search: \+\d+ % since \w+ \d+ \w+, ≈ \$0\.10 a day more\. More retries: \+\$0\.10 a day\.$/
  );
  const largest = [...(storm?.parts ?? [])].sort((a, b) => Number(b.nanoUsd) - Number(a.nanoUsd))[0];
  expect(largest?.kind).toBe('retries');
});

test('a mark on a day makes the incident none', () => {
  const marks = [{ feature: 'search', day: FIRST + STORM }];
  const found = judgeDays(books, request(marks)).flatMap(({ anomalies }) => anomalies);
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ score }) => score > 0).every(({ isDismissed }) => isDismissed)).toBe(true);
});

test('marks are what people recorded last', () => {
  const by = { name: 'ada', proof: 'none' } as const;
  const entry = (id: string, version: number, state: string, content: RecordEntry['content']): RecordEntry => ({
    kind: 'marks',
    id,
    version,
    action: 'create',
    state,
    atMs: 1,
    by,
    note: undefined,
    content,
  });
  appendRecord(database, entry('a', 1, 'set', { mark: 'not_an_anomaly', feature: 'search', day: '2026-09-10' }));
  appendRecord(
    database,
    entry('b', 1, 'set', { mark: 'explained', feature: 'chat', day: '2026-09-11', environment: 'prod' })
  );
  appendRecord(database, entry('b', 2, 'withdrawn', { mark: 'explained', feature: 'chat', day: '2026-09-11' }));
  expect(books.marks()).toEqual([{ feature: 'search', environment: undefined, day: eventDay(Date.UTC(2026, 8, 10)) }]);
});

test('each day is kept once; what turns out different is kept beside; closes show what was first', async () => {
  const told: (string | undefined)[] = [];
  let marks: Mark[] = [];
  const runner = createAnomalyRunner({
    books,
    judge: async (asked) => judgeDays(books, asked),
    keep: async (runs) => writeAnomalies(database, runs, 1),
    gate: () => GATE,
    marks: () => marks,
    today: () => FIRST + DAYS,
    onOutcome: (error) => told.push(error),
  });
  const runs = () => Number(database.prepare('SELECT count(*) AS runs FROM anomaly_run').get()?.['runs']);
  await runner.judgeNew();
  expect([runs(), books.unjudged(0)]).toEqual([DAYS, []]);
  await Promise.all([runner.judgeNew(), runner.judgeAgain()]);
  expect(runs()).toBe(DAYS);

  marks = [{ feature: 'search', day: FIRST + STORM }];
  await runner.judgeAgain();
  expect(runs()).toBeGreaterThan(DAYS);
  const [day, last] = [FIRST + STORM, FIRST + DAYS];
  expect(books.anomalies(day, last, 'last').some(({ isDismissed }) => isDismissed)).toBe(true);
  expect(books.anomalies(day, last, 'first').some(({ isDismissed }) => isDismissed)).toBe(false);
  expect(told.every((error) => error === undefined)).toBe(true);

  const labels = new DimensionLabels();
  const all = new Books(path);
  labels.admit(all.dimensions());
  all.close();
  const samples: unknown[] = [];
  createAnomalyFamily((asked) => books.anomalies(asked, asked, 'first')).collect({ day, labels }, (values, amount) =>
    samples.push([values, amount > 0n])
  );
  expect(samples).toEqual([[['search', 'search team', 'prod'], true]]);
});

test('a failure is told, and the next look tries again', async () => {
  const told: (string | undefined)[] = [];
  let isBroken = true;
  const runner = createAnomalyRunner({
    books: { unjudged: () => [FIRST], anomalies: () => [] },
    judge: async () => {
      if (isBroken) {
        throw new Error('no answer within 20 s');
      }
      return [];
    },
    keep: async () => undefined,
    gate: () => GATE,
    marks: () => [],
    today: () => FIRST + DAYS,
    onOutcome: (error) => told.push(error),
  });
  await runner.judgeNew();
  isBroken = false;
  await runner.judgeNew();
  expect(told).toEqual(['no answer within 20 s', undefined]);
});
