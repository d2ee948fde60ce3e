import fc from 'fast-check';
import { DAY_MS } from '../../queries/dayMs.ts';
import { stackedDays } from './stackedDays.ts';

const closedOf = (byName: [string, number[]][]) => ({ days: [0, DAY_MS], byName: new Map(byName) });

test('stacks by the table’s order, unallocated and other on top, today at the end', () => {
  const closed = closedOf([
    ['other', [1, 1]],
    ['b', [2, 2]],
    ['unallocated', [3, 3]],
    ['a', [4, 4]],
  ]);
  const open = { day: 2 * DAY_MS, byName: new Map([['b', 9]]), total: 9 };
  const { days, series } = stackedDays(closed, ['a', 'b'], open);
  expect(days).toEqual([0, DAY_MS, 2 * DAY_MS]);
  expect(series.map(({ name }) => name)).toEqual(['a', 'b', 'unallocated', 'other']);
  expect(series[1]?.costs).toEqual([2, 2, 9]);
  expect(series[0]?.costs).toEqual([4, 4, undefined]);
});

test('a day still closing is a gap between the last close and today', () => {
  const open = { day: 3 * DAY_MS, byName: new Map([['a', 5]]), total: 5 };
  const { days, series } = stackedDays(closedOf([['a', [1, 1]]]), ['a'], open);
  expect(days).toHaveLength(4);
  expect(series[0]?.costs).toEqual([1, 1, undefined, 5]);
});

test('what can’t be split stands as one', () => {
  const { series } = stackedDays(closedOf([['a', [1, 1]]]), ['a'], { day: 2 * DAY_MS, byName: undefined, total: 7 });
  expect(series.at(-1)?.costs).toEqual([undefined, undefined, 7]);
});

test('however many names there are, at most fourteen are drawn, and no cent is lost', () => {
  const costs = fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(costs, (values) => {
      const named = values.map((value, index): [string, number[]] => [`feature-${index}`, [value, 2 * value]]);
      const { series } = stackedDays(closedOf(named), [], undefined);
      const sum = series.reduce((total, { costs: [first = 0, second = 0] }) => total + first + second, 0);
      expect(sum).toBe(3 * values.reduce((total, value) => total + value, 0));
      expect(series.length).toBeLessThanOrEqual(14);
    })
  );
});
