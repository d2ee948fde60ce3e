import { losing } from './losing.ts';

const margins = (...amounts: number[]) => amounts.map((amount, day) => ({ day, nanoUsd: BigInt(amount) }));
const times = (count: number, amount: number) => Array<number>(count).fill(amount);

test('since the day on which a week first lost money', () => {
  const found = losing(margins(...times(14, 10), ...times(20, -12)));
  // Day 17 is the first whose week lost money: 3 × 10 − 4 × 12.
  expect(found).toEqual({ since: 17, isSinceStart: false, nanoUsdPerMonth: (12n * 365n) / 12n });
});

test('weekends without value are no loss', () => {
  const weeks = Array.from({ length: 5 }, () => [10, 10, 10, 10, 10, -20, -20]).flat();
  expect(losing(margins(...weeks))).toBeUndefined();
});

test('a loss from the start has no known beginning', () => {
  expect(losing(margins(...times(10, -5)))).toEqual({ since: 0, isSinceStart: true, nanoUsdPerMonth: 152n });
});

test('a loss that grew is told at the rate of the last four weeks', () => {
  const found = losing(margins(...times(60, -10), ...times(28, -24)));
  expect(found).toEqual({ since: 0, isSinceStart: true, nanoUsdPerMonth: (24n * 365n) / 12n });
});

test('a loss that is over, too few days, none', () => {
  expect(losing(margins(...times(20, -5), ...times(7, 9)))).toBeUndefined();
  expect(losing(margins(...times(6, -5)))).toBeUndefined();
  expect(losing([])).toBeUndefined();
});
