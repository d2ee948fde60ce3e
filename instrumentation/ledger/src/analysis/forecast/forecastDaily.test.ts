import fc from 'fast-check';
import type { DailyCost } from './dailyCost.ts';
import { forecastDaily, type Forecast } from './forecastDaily.ts';
import { intervalOf } from './intervalOf.ts';
import { randomNormal } from './randomNormal.ts';

const FIRST = 20_000;
const WEEK = [1, 1.05, 1.08, 1.04, 0.97, 0.55, 0.5];

function daily(days: number, usd: (index: number) => number): DailyCost[] {
  return Array.from({ length: days }, (_, index) => ({ day: FIRST + index, usd: usd(index) }));
}

const weekly = (index: number) => 100 * (WEEK[index % 7] ?? 1);

function ready(rows: readonly DailyCost[], today: number): Forecast {
  const forecast = forecastDaily(rows, today);
  if (forecast.state !== 'ready') {
    throw new Error(forecast.reason);
  }
  return forecast;
}

test('a week that repeats is carried on from the day after the last', () => {
  const { path, notes } = ready(daily(90, weekly), FIRST + 90);
  expect(path.firstDay).toBe(FIRST + 90);
  path.usd.forEach((usd, ahead) => expect(usd).toBeCloseTo(weekly(90 + ahead), 6));
  expect(notes).toEqual([]);
});

test('without history, or with too little, there is a word and a sentence instead of a number', () => {
  expect(forecastDaily([], FIRST)).toMatchObject({ state: 'no_history' });
  expect(
    forecastDaily(
      daily(5, () => 0),
      FIRST + 5
    )
  ).toMatchObject({ state: 'no_history' });
  expect(forecastDaily(daily(3, weekly), FIRST + 3)).toEqual({
    state: 'too_short',
    reason: '3 closed days of history; a forecast needs 14: 11 more.',
  });
  expect(forecastDaily(daily(14, weekly), FIRST + 14)).toMatchObject({ state: 'ready' });
});

test('a feature that died is said to have stopped, not forecast at what it was', () => {
  const died = daily(90, (index) => (index < 70 ? weekly(index) : 0));
  expect(forecastDaily(died, FIRST + 90)).toEqual({
    state: 'stopped',
    reason: 'No spend for 20 days, the last on 2024-12-12: nothing to project.',
  });
  expect(forecastDaily(died.slice(0, 70), FIRST + 90)).toMatchObject({ state: 'stopped' });
  expect(forecastDaily(died, FIRST + 80)).toMatchObject({ state: 'ready' });
});

test('days without books are filled by their weekday and said, too many are refused', () => {
  const holed = daily(90, weekly).filter(({ day }) => day % 11 !== 0);
  const { path, notes } = ready(holed, FIRST + 90);
  path.usd.forEach((usd, ahead) => expect(usd).toBeCloseTo(weekly(90 + ahead), 6));
  expect(notes[0]).toBe('8 days have no closed books; taken as usual for the weekday.');
  expect(
    forecastDaily(
      daily(90, weekly).filter(({ day }) => day % 2 === 0),
      FIRST + 90
    )
  ).toMatchObject({
    state: 'gaps',
    reason: '28 of the last 56 days have no closed books: close or restore them first.',
  });
});

test('an adjustment restates its day; a day it makes negative counts as 0 and is said', () => {
  const rows = daily(90, weekly);
  const { path } = ready([...rows, { day: FIRST + 40, usd: 30 }, { day: FIRST + 40, usd: -30 }], FIRST + 90);
  path.usd.forEach((usd, ahead) => expect(usd).toBeCloseTo(weekly(90 + ahead), 6));
  const credited = ready([...rows, { day: FIRST + 88, usd: -500 }], FIRST + 90);
  expect(credited.notes).toContain('Adjustments made 1 day negative; taken as 0.');
  expect(Math.min(...credited.path.usd)).toBeGreaterThan(40);
});

test('idle weekends stay idle, and one day of ten times the cost does not lift the forecast', () => {
  const idle = ready(
    daily(90, (index) => (index % 7 < 5 ? 100 : 0)),
    FIRST + 90
  ).path;
  idle.usd.forEach((usd, ahead) => expect(usd).toBeCloseTo((90 + ahead) % 7 < 5 ? 100 : 0, 6));
  const normal = randomNormal(4);
  const noisy = daily(90, (index) => weekly(index) * Math.exp(0.05 * normal()));
  const spiked = noisy.map(({ day, usd }) => ({ day, usd: day === FIRST + 85 ? 10 * usd : usd }));
  const [plain, odd] = [noisy, spiked].map((rows) => intervalOf(ready(rows, FIRST + 90).path, 0, 30).usd);
  expect((odd ?? 0) / (plain ?? 1)).toBeLessThan(1.05);
});

test('the order of rows and what stands on or after today change nothing', () => {
  const normal = randomNormal(5);
  const rows = daily(100, (index) => weekly(index) * Math.exp(0.1 * normal()));
  const forecast = forecastDaily(rows.slice(0, 90), FIRST + 90);
  expect(forecastDaily([...rows].reverse(), FIRST + 90)).toEqual(forecast);
});

test('earlier forecasts of the series are judged: bounds hold about as often as they say', () => {
  const normal = randomNormal(6);
  const { coverage } = ready(
    daily(180, (index) => weekly(index) * Math.exp(0.07 * normal())),
    FIRST + 180
  );
  expect(coverage.map(({ fromAhead, throughAhead }) => [fromAhead, throughAhead])).toEqual([
    [1, 30],
    [31, 90],
  ]);
  expect(coverage[0]?.shares[80]).toBeGreaterThan(0.7);
  expect(coverage[0]?.shares[95]).toBeGreaterThan(0.9);
});

test('any history gives finite days, never below 0, or a word', () => {
  const cost = fc.oneof(fc.constant(0), fc.double({ min: -1e6, max: 1e9, noNaN: true }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 120 }), cost), { maxLength: 200 }), (rows) => {
      const forecast = forecastDaily(
        rows.map(([index, usd]) => ({ day: FIRST + index, usd })),
        FIRST + 120
      );
      if (forecast.state === 'ready') {
        const { bounds, usd } = intervalOf(forecast.path, 0, 90);
        const ordered = [bounds[95].low, bounds[80].low, usd, bounds[80].high, bounds[95].high];
        expect(ordered.every(Number.isFinite)).toBe(true);
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
        expect(Math.min(...forecast.path.usd)).toBeGreaterThanOrEqual(0);
      } else {
        expect(forecast.reason.length).toBeGreaterThan(20);
      }
    }),
    { numRuns: 150 }
  );
});
