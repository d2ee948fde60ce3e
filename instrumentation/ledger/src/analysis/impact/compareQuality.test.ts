import { compareQuality, type QualityDay } from './compareQuality.ts';

const days = (from: number, means: readonly number[], count = 50): QualityDay[] =>
  means.map((mean, index) => ({ day: from + index, sum: mean * count, count }));

const before = days(1, [0.91, 0.9, 0.92, 0.91]);
const bar = { value: 0.88, side: 'at_least' as const };

test('a bar that is held, broken so far, and broken beyond doubt', () => {
  expect(compareQuality([...before, ...days(10, [0.9, 0.92, 0.89])], 10, bar).state).toBe('keep');
  expect(compareQuality([...before, ...days(10, [0.93, 0.8, 0.88])], 10, bar).state).toBe('watch');
  expect(compareQuality([...before, ...days(10, [0.84, 0.83, 0.85, 0.84])], 10, bar)).toEqual({
    state: 'flip_back',
    before: 0.91,
    after: expect.closeTo(0.84, 9),
    scores: 200,
    evidence: '0.910 → 0.840 (± 0.0095) over 200 scores, bar ≥ 0.88.',
  });
});

test('a turnaround has its bar on the other side', () => {
  const hours = { value: 24, side: 'at_most' as const };
  expect(compareQuality(days(10, [30, 31, 29]), 10, hours).state).toBe('flip_back');
  expect(compareQuality(days(10, [20, 21, 19]), 10, hours).state).toBe('keep');
});

test('too few scores say nothing', () => {
  expect(compareQuality(before, 10, bar)).toMatchObject({ state: 'unknown', after: null, scores: 0 });
  expect(compareQuality([...before, ...days(10, [0.2, 0.2])], 10, bar).state).toBe('unknown');
  expect(compareQuality(days(10, [0.2, 0.2, 0.2], 5), 10, bar).evidence).toBe(
    '15 scores on 3 days since; it takes 20 on 3.'
  );
});
