import { commitmentOutlook, type CommitmentOutlook } from './commitmentOutlook.ts';

const history = (from: number, days: number, usd: number) =>
  Array.from({ length: days }, (_, index) => ({ day: from + index, usd }));
const path = (usd: number, days = 90, spread = 0) => ({
  firstDay: 110,
  usd: Array.from({ length: days }, () => usd),
  spreads: [{ kind: 'shared' as const, usd: Array.from({ length: days }, () => spread) }],
});
const commitment = { usd: 1_000, firstDay: 100, throughDay: 119, usedBefore: undefined };
const outlook = (...args: Parameters<typeof commitmentOutlook>) => commitmentOutlook(...args) as CommitmentOutlook;
const all = (usd: number) => ({ low: usd, middle: usd, high: usd });

test('the worked numbers: left idle at $50 a day, used up on the eighth at $80', () => {
  // What came before the commitment is no use of it.
  const before = [...history(90, 10, 7_000), ...history(100, 10, 40)];
  expect(commitmentOutlook(commitment, before, path(50))).toEqual({
    ...{ used: 400, remaining: 600, days: 10, pace: 60 },
    ...{ use: all(500), covered: all(1), idle: all(100), end: { state: 'lasts' } },
  });
  expect(commitmentOutlook(commitment, before, path(80))).toMatchObject({
    ...{ use: all(800), covered: all(0.75), idle: all(0) },
    end: { state: 'runs_out', day: 117, earliest: 117, latest: 117 },
  });
});

test('bounds: at low use more is covered and more lies idle', () => {
  const { covered, idle, use } = outlook(commitment, history(100, 10, 40), path(60, 90, 12));
  expect(use.low).toBeLessThan(600);
  expect(covered).toEqual({ low: 1, middle: 1, high: 600 / use.high });
  expect(idle).toEqual({ low: 600 - use.low, middle: 0, high: 0 });
});

test('beyond the forecast nothing is said of what lies idle, but the pace it takes', () => {
  const year = { ...commitment, usd: 36_400, throughDay: 100 + 369 };
  expect(outlook(year, history(100, 10, 40), path(50, 90))).toMatchObject({
    ...{ days: 90, covered: all(1), idle: undefined, pace: 100, end: { state: 'lasts' } },
  });
});

test('used up, ended, not begun, and begun before the books', () => {
  expect(outlook(commitment, history(100, 10, 200), path(50))).toMatchObject({
    ...{ used: 2_000, remaining: 0, covered: all(0), idle: all(0), end: { state: 'exhausted' } },
  });
  expect(commitmentOutlook({ ...commitment, throughDay: 109 }, [], path(50))).toBe('It has ended.');
  expect(commitmentOutlook({ ...commitment, firstDay: 111 }, [], path(50))).toBe('It has not begun.');
  const late = history(105, 5, 40);
  expect(commitmentOutlook(commitment, late, path(50))).toMatch(/^The books begin after it did/);
  expect(outlook({ ...commitment, usedBefore: 300 }, late, path(50))).toMatchObject({ used: 500, remaining: 500 });
  // What was used before is in the books already.
  expect(outlook({ ...commitment, usedBefore: 300 }, history(100, 10, 40), path(50))).toMatchObject({ used: 400 });
});
