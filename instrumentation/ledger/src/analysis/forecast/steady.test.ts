import { steady } from './steady.ts';

test('one odd day is pulled in, two weeks of a new level stay', () => {
  const logs = Array.from({ length: 60 }, (_, index) => (index % 7) / 10);
  const odd = logs.map((log, index) => (index === 40 ? log + 3 : log));
  expect(steady(odd)[40]).toBeCloseTo((logs[40] ?? 0) + 4 * 0.03, 9);
  const stepped = logs.map((log, index) => (index >= 39 ? log + 1 : log));
  expect(steady(stepped).slice(-14)).toEqual(stepped.slice(-14));
});

test('a missing day is as usual for its weekday', () => {
  const logs = Array.from({ length: 30 }, (_, index) => (index === 17 ? NaN : index % 7));
  expect(steady(logs)[17]).toBe(3);
});
