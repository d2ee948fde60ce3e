import { refitLaunch } from './refitLaunch.ts';

const guess = { usd: 20, bounds: { 80: { low: 10, high: 40 }, 95: { low: 7, high: 57 } } };

test('days that arrive pull the estimate and narrow it', () => {
  const refitted = refitLaunch(guess, [30, 30, 30, 30]);
  expect(refitted.usd).toBeCloseTo(28.8, 1);
  expect(refitted.bounds[80].low).toBeCloseTo(23.1, 1);
  expect(refitted.bounds[80].high).toBeCloseTo(35.9, 1);
  const widths = [1, 2, 4, 8].map((days) => {
    const { low, high } = refitLaunch(
      guess,
      Array.from({ length: days }, () => 30)
    ).bounds[80];
    return high / low;
  });
  expect(widths).toEqual([...widths].sort((a, b) => b - a));
});

test('before the first day with spend the estimate stands', () => {
  expect(refitLaunch(guess, [])).toBe(guess);
  expect(refitLaunch(guess, [0, 0])).toBe(guess);
});
