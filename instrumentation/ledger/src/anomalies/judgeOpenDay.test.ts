import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { judgeOpenDay, type OpenDayRequest } from './judgeOpenDay.ts';
import { readProfiles } from './readProfiles.ts';

const FIRST = 20_700;
const TODAY = FIRST + 40;
const NOON = TODAY * DAY_MS + DAY_MS / 2;
/** A call of the fixture costs 654,100 nano-USD; 40 a day, two of three before noon. */
const CALL = 654_100n;
const GATE = 5_000_000;

let dir: string;
let database: DatabaseSync;
let books: AnomalyBooks;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'open-day-'));
  const path = join(dir, 'ledger.db');
  database = openDatabase(path);
  const keeper = new Keeper(database, {
    ...{ prices: createPriceBook(), retentionDays: 100, maxSkewMs: 0 },
    now: () => NOON,
  });
  let id = 0;
  const call = (day: number, part: number, feature: string, attempt: number) => {
    id += 1;
    const startUs = Math.floor((day + part) * DAY_MS) * 1_000 + id;
    return moneyRecord(id, { startUs, attempt, dimensions: { feature, team: `${feature} team` } });
  };
  const records = Array.from({ length: TODAY - FIRST + 1 }, (_, index) => {
    const day = FIRST + index;
    return ['search', 'chat'].flatMap((feature) =>
      Array.from({ length: 40 }, (_, at) => {
        const part = at < 27 ? at / 54 : 0.5 + (at - 26) / 28;
        const attempts = day === TODAY && feature === 'search' ? [1, 2, 3, 4, 5, 6, 7, 8] : [1];
        return day === TODAY && part > 0.5 ? [] : attempts.map((attempt) => call(day, part, feature, attempt));
      }).flat()
    );
  });
  keeper.book(records);
  keeper.close(Array.from({ length: TODAY - FIRST }, (_, index) => FIRST + index));
  books = new AnomalyBooks(path);
});

afterAll(() => {
  books.close();
  database.close();
  rmSync(dir, { recursive: true });
});

const request = (more: Partial<OpenDayRequest> = {}): OpenDayRequest => ({
  ...{ nowMs: NOON, gate: GATE, marks: [], profiles: [], readMs: 10_000 },
  ...more,
});

test('what was used by hour adds up to the day', () => {
  expect(books.daysWithCalls(TODAY - 10, TODAY)).toEqual(Array.from({ length: 10 }, (_, index) => TODAY - 1 - index));
  const hours = Array.from({ length: 24 }, (_, hour) => books.hour(TODAY - 1, hour)).flat();
  const search = hours.filter(({ feature }) => feature === 'search');
  expect(search.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n)).toBe(40n * CALL);
  expect(search.reduce((sum, { calls }) => sum + calls, 0)).toBe(40);
  // Retries are cost, not calls.
  const today = Array.from({ length: 24 }, (_, hour) => books.hour(TODAY, hour)).flat();
  const storm = today.filter(({ feature }) => feature === 'search');
  expect(storm.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n)).toBe(27n * 8n * CALL);
  expect(storm.reduce((sum, { calls }) => sum + calls, 0)).toBe(27);
});

test('a retry storm is told at noon, against what is usual by noon, with what it came from so far', () => {
  const { anomalies } = judgeOpenDay(books, request());
  expect(anomalies).toEqual([
    expect.objectContaining({
      ...{ day: TODAY, since: TODAY, feature: 'search', team: 'search team', environment: 'prod', atMs: NOON },
      ...{ costNanoUsd: 27n * 8n * CALL, windowDays: 1, isDismissed: false, isWidespread: false },
    }),
  ]);
  const [storm] = anomalies;
  expect(Number(storm?.expectedNanoUsd) / Number(27n * CALL)).toBeCloseTo(1, 1);
  expect(storm?.sentence).toMatch(
    /^search: \+7\d\d % on \w+ \d+ \w+ by 12:00 UTC, ≈ \$0\.12 more so far\. More retries: \+\$0\.12 so far\.$/
  );
  const largest = [...(storm?.parts ?? [])].sort((a, b) => Number(b.nanoUsd) - Number(a.nanoUsd))[0];
  expect(largest?.kind).toBe('retries');
});

test('a mark on the day holds, below the gate nobody hears of it, and of the small hours nothing is said', () => {
  const marked = judgeOpenDay(books, request({ marks: [{ feature: 'search', day: TODAY }] }));
  expect(marked.anomalies.map(({ isDismissed }) => isDismissed)).toEqual([true]);
  expect(judgeOpenDay(books, request({ gate: 130_000_000 })).anomalies).toEqual([]);
  expect(judgeOpenDay(books, request({ nowMs: NOON - 0.4 * DAY_MS })).anomalies).toEqual([]);
});

test('closed days are read once; what there was no time for is read next', () => {
  let left = 30;
  const some = readProfiles(books, TODAY, [], () => left-- > 0);
  expect(some.map(({ hours }) => hours)).toEqual([24, 6, 0, 0, 0, 0, 0]);
  const asked: unknown[] = [];
  const counted = {
    daysWithCalls: (from: number, to: number) => books.daysWithCalls(from, to),
    hour: (day: number, hour: number) => {
      asked.push([TODAY - day, hour]);
      return books.hour(day, hour);
    },
  };
  const all = readProfiles(counted, TODAY, some, () => true);
  expect(asked.slice(0, 2)).toEqual([
    [2, 6],
    [2, 7],
  ]);
  expect(asked).toHaveLength(6 * 24 - 6);
  expect(all).toEqual(readProfiles(books, TODAY, [], () => true));
  expect(readProfiles(counted, TODAY, all, () => true)).toEqual(all);
  expect(asked).toHaveLength(6 * 24 - 6);

  const look = judgeOpenDay(books, request({ readMs: 0 }));
  expect(look.anomalies).toEqual([]);
  expect(judgeOpenDay(books, request({ readMs: 0, profiles: all })).anomalies).toHaveLength(1);
});
