import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import { appendRecord } from '../store/appendRecord.ts';
import { Keeper } from '../store/keeper.ts';
import { moneyRecord } from '../store/moneyRecord.fixture.ts';
import { openDatabase } from '../store/openDatabase.ts';
import { costHistory } from './costHistory.ts';
import { forecast } from './forecast.ts';
import { forecasts } from './forecasts.ts';
import { FORECAST_RECORDS, forecastId } from './keptForecasts.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const TODAY = eventDay(NOON);
const CALL_USD = 0.000_654_1;
const DAYS = 40;

let dir: string;
let database: DatabaseSync;
let keeper: Keeper;
let id = 0;

const book = (daysAgo: number, calls: number, feature: string, provider = 'openai') =>
  keeper.book([
    Array.from({ length: calls }, () => {
      id += 1;
      const startUs = (NOON - daysAgo * DAY_MS) * 1_000 + id;
      return moneyRecord(id, { startUs, dimensions: { feature, provider } });
    }),
  ]);

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'forecasts-'));
  database = openDatabase(join(dir, 'ledger.db'));
  keeper = new Keeper(database, { prices: createPriceBook(), retentionDays: 100, maxSkewMs: 600_000, now: () => NOON });
  for (let daysAgo = DAYS; daysAgo > 0; daysAgo -= 1) {
    book(daysAgo, 4, 'search');
    if (daysAgo <= 5) {
      book(daysAgo, 1, 'new');
    }
  }
  keeper.close(Array.from({ length: DAYS }, (_, index) => TODAY - DAYS + index));
  // Late for a closed day, and the open day.
  book(2, 3, 'search');
  book(0, 50, 'search');
});

afterAll(() => {
  database.close();
  rmSync(dir, { recursive: true });
});

test('history is the closed days, restated with what came late, without the open one', () => {
  const { throughDay, series } = costHistory(database, 'feature', 'search');
  expect(throughDay).toBe(TODAY - 1);
  expect([...series.keys()]).toEqual(['search']);
  const days = series.get('search') ?? [];
  expect(days).toHaveLength(DAYS);
  expect(days.map(({ usd }) => Math.round(usd / CALL_USD))).toEqual([...Array<number>(DAYS - 2).fill(4), 7, 4]);
  const total = costHistory(database, 'total').series.get('') ?? [];
  expect(total.slice(-3).map(({ usd }) => Math.round(usd / CALL_USD))).toEqual([5, 8, 5]);
  expect(costHistory(database, 'feature', 'new').series.get('new')).toHaveLength(5);
});

test('the dearest names of each scope are forecast, the month counts what is closed of it', () => {
  const made = forecasts(database, { total: 1, provider: 1, team: 1, feature: 2 });
  expect(made.map(({ scope, name }) => [scope, name])).toEqual([
    ['total', ''],
    ['provider', 'openai'],
    ['team', 'Search'],
    ['feature', 'search'],
    ['feature', 'new'],
  ]);
  expect(made.map((one) => one.forecast.state)).toEqual(['ready', 'ready', 'ready', 'ready', 'too_short']);
  // 21 closed days of November, 4 calls each, and 3 late ones.
  expect((made[3]?.monthToDateUsd ?? 0) / CALL_USD).toBeCloseTo(21 * 4 + 3, 6);
  expect(forecasts(database, { total: 0, provider: 0, team: 0, feature: 1 })).toHaveLength(1);
});

test('one name: its path starts after the newest close, and a name that is not there has no history', () => {
  const { months, kept, ...made } = forecast(database, { scope: 'feature', name: 'search' });
  expect(made.forecast.state === 'ready' && made.forecast.path.firstDay).toBe(TODAY);
  expect(months).toHaveLength(12);
  expect(kept).toEqual([]);
  expect(forecast(database, { scope: 'feature', name: "o'none" })).toMatchObject({
    forecast: { state: 'no_history' },
    months: [],
  });
});

test('how far days left the bounds of what was kept, by the newest with a week of them', () => {
  const keep = (version: number, firstDay: number, high: number) =>
    appendRecord(database, {
      ...{ kind: FORECAST_RECORDS, id: forecastId('feature', 'search'), version, action: 'record', state: 'recorded' },
      ...{ atMs: 0, by: { name: 'ledger', proof: 'none' }, note: undefined },
      content: {
        ...{ firstDay, usd: Array(90).fill(high / 2), low80: Array(90).fill(0), high80: Array(90).fill(high) },
        ...{ low95: Array(90).fill(0), high95: Array(90).fill(high) },
      },
    });
  const outside = () => forecasts(database, { total: 0, provider: 0, team: 0, feature: 1 })[0]?.outsideShare;
  expect(outside()).toBeUndefined();
  // Ten closed days: nine of 4 calls, and one of 7.
  keep(1, TODAY - 10, 5 * CALL_USD);
  expect(outside()).toBeCloseTo(0.1, 12);
  keep(2, TODAY - 3, CALL_USD);
  expect(outside()).toBeCloseTo(0.1, 12);
  keep(3, TODAY - 7, CALL_USD);
  expect(outside()).toBe(1);
});
