import { intervalOf } from './intervalOf.ts';

const path = (kind: 'daily' | 'walk' | 'shared') => ({
  firstDay: 1,
  usd: [50, 50],
  spreads: [{ kind, usd: [10, 10] }],
});

test('daily noise evens out over days, what all days share does not', () => {
  const daily = intervalOf(path('daily'), 0, 2);
  expect(daily.usd).toBe(100);
  expect(daily.bounds[80].low).toBeCloseTo(85.59, 2);
  expect(daily.bounds[80].high).toBeCloseTo(116.83, 2);
  const shared = intervalOf(path('shared'), 0, 2);
  expect(shared.bounds[80].low).toBeCloseTo(80.25, 2);
  expect(shared.bounds[80].high).toBeCloseTo(124.61, 2);
});

test('a walk carries each step on to the days after it', () => {
  // Steps: the first moves both days (20), the second one day (10).
  expect(Math.log(intervalOf(path('walk'), 0, 2).bounds[80].high / 100)).toBeCloseTo((1.1 * Math.sqrt(500)) / 100, 9);
  // The second day alone has felt both steps.
  expect(Math.log(intervalOf(path('walk'), 1, 2).bounds[80].high / 50)).toBeCloseTo((1.1 * Math.sqrt(200)) / 50, 9);
});

test('nothing costs nothing, for sure', () => {
  const none = { firstDay: 1, usd: [0], spreads: [{ kind: 'daily' as const, usd: [5] }] };
  expect(intervalOf(none, 0, 1)).toEqual({ usd: 0, bounds: { 80: { low: 0, high: 0 }, 95: { low: 0, high: 0 } } });
});
