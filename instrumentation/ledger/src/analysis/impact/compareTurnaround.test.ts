import { compareTurnaround } from './compareTurnaround.ts';

const days = (from: number, hours: readonly number[], jobs = 2) =>
  hours.map((mean, index) => ({ day: from + index, sum: mean * jobs, count: jobs }));

test('batches over their bar beyond doubt flip back; a slow day alone does not', () => {
  expect(compareTurnaround([...days(1, [3, 3]), ...days(10, [30, 31, 29])], 10, 24)).toEqual({
    state: 'flip_back',
    ...{ before: 3, after: 30, jobs: 6, bar: 24 },
    evidence: '3.00 → 30.0 h (± 1.3) over 6 batches, bar ≤ 24 h.',
  });
  expect(compareTurnaround(days(10, [20, 22, 40]), 10, 24).state).toBe('watch');
  expect(compareTurnaround(days(10, [20, 22, 21]), 10, 24).state).toBe('keep');
});

test('too few batches, or no bar, judge nothing', () => {
  expect(compareTurnaround(days(10, [30, 30]), 10, 24)).toMatchObject({
    ...{ state: 'unknown', jobs: 4, evidence: '4 batches on 2 days since; it takes 5 on 3.' },
  });
  expect(compareTurnaround(days(10, [30, 31, 29]), 10, undefined)).toMatchObject({
    ...{
      state: 'unknown',
      after: 30,
      jobs: 6,
      bar: null,
      evidence: expect.stringMatching(/^No bar for its turnaround/),
    },
  });
});
