import { forecastDaily } from '@ai-finops/ledger/analysis';
import fc from 'fast-check';
import { readAssumed } from '../../choice/readAssumed.ts';
import { fanDays } from '../../components/fan/fanDays.ts';
import { effects } from './effects.ts';
import { scenarios } from './scenarios.ts';

const TODAY = 20_780;
const history = Array.from({ length: 90 }, (_, index) => ({
  day: TODAY - 90 + index,
  usd: 100 + (index % 7) * 10 + ((index * 37) % 11),
}));
const forecast = forecastDaily(history, TODAY);
const of = (search: string, changes: Parameters<typeof effects>[1] = []) => {
  if (forecast.state !== 'ready') {
    throw new Error(forecast.reason);
  }
  const assumed = readAssumed(search);
  return scenarios(history, TODAY, forecast, assumed, effects(assumed, changes, TODAY));
};
const sum = (usd: readonly number[]) => usd.reduce((total, one) => total + one, 0);

test('expected is the forecast as it is; half and double are half and double of it, bounds too', () => {
  const [half, expected, double, ...more] = of('');
  expect(more).toEqual([]);
  const path = forecast.state === 'ready' ? forecast.path.usd : [];
  expect(expected?.quarter.usd).toBeCloseTo(sum(path), 9);
  for (const [scenario, factor] of [
    [half, 0.5],
    [double, 2],
  ] as const) {
    expect(scenario?.quarter.usd).toBeCloseTo(factor * sum(path), 9);
    expect(scenario?.quarter.bounds[80].high).toBeCloseTo(factor * (expected?.quarter.bounds[80].high ?? 0), 9);
    expect(scenario?.year?.low).toBeCloseTo(factor * (expected?.year?.low ?? 0), 9);
  }
});

test('usage, price and mix multiply, whatever they are', () => {
  const base = of('')[1]?.quarter.usd ?? 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 50, max: 200 }),
      fc.integer({ min: -99, max: 900 }),
      fc.integer({ min: -99, max: 900 }),
      (usage, price, mix) => {
        const chosen = of(`usage=${usage / 100}&price=${price}&mix=${mix}`).find((one) => one.usage === usage / 100);
        const expected = base * (usage / 100) * (1 + price / 100) * (1 + mix / 100);
        expect(chosen?.quarter.usd).toBeCloseTo(expected, 6);
      }
    ),
    { numRuns: 4 }
  );
});

test('a planned change saves from its day on, once it is switched on', () => {
  const change = { id: 'a', name: 'batch', day: TODAY + 10, usdPerMonth: 304.375 };
  const base = of('')[1]?.path.usd ?? [];
  expect(of('', [change])[1]?.path.usd).toEqual(base);
  const saved = of('planned=a', [change])[1]?.path.usd.map((usd, index) => (base[index] ?? 0) - usd) ?? [];
  expect(saved.slice(0, 10)).toEqual(Array(10).fill(0));
  saved.slice(10).forEach((usd) => expect(usd).toBeCloseTo(10, 9));
});

test('a new feature adds what it is estimated to cost, and its doubt; ranges that cannot be are named', () => {
  const launch = '1000~1000~1000_5~5~5_2000~2000~2000_500~500~500_1~1~1_4~4~4';
  const wide = '500~1000~2000_5~5~5_2000~2000~2000_500~500~500_1~1~1_4~4~4';
  const base = of('')[1];
  const added = of(`launch=${launch}&launchOn=1`)[1];
  // 1,000 × 5 × (2,000 × $1 + 500 × $4) / 10⁶ = $20 a day.
  expect((added?.quarter.usd ?? 0) - (base?.quarter.usd ?? 0)).toBeCloseTo(20 * 90, 6);
  expect(of(`launch=${launch}`)[1]?.quarter.usd).toBe(base?.quarter.usd);
  const spread =
    (of(`launch=${wide}&launchOn=1`)[1]?.quarter.bounds[80].high ?? 0) - (added?.quarter.bounds[80].high ?? 0);
  expect(spread).toBeGreaterThan(100);
  const wrong = readAssumed(`launch=${launch.replace('5~5~5', '5~4~3')}&launchOn=1`);
  expect(() => effects(wrong, [], TODAY)).toThrow('callsPerUser: give low ≤ likely ≤ high');
});

test('the fan joins closed days to days to come, and leaves a day without a close open', () => {
  const path = of('')[1]?.path ?? { firstDay: 0, usd: [], spreads: [] };
  const closed = new Map(history.slice(0, 80).map(({ day, usd }) => [day * 86_400_000, usd]));
  const days = fanDays(closed, history, path);
  expect(days).toHaveLength(180);
  expect(days[0]).toEqual({ atMs: (TODAY - 90) * 86_400_000, actual: history[0]?.usd });
  expect(days[85]?.actual).toBeUndefined();
  expect(days[90]).toMatchObject({ atMs: TODAY * 86_400_000, usd: path.usd[0] });
  expect(fanDays(undefined, history, path)[85]?.actual).toBe(history[85]?.usd);
});
