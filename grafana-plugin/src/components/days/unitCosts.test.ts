import { unitCosts } from './unitCosts.ts';
import { unitTrendSentence } from './unitTrendSentence.ts';

const days = Array.from({ length: 14 }, (_, day) => day);
const daily = (values: readonly (number | undefined)[]) => ({ days, byName: new Map([['a', values]]) });

test('a day without calls has no cost a call', () => {
  const costs = unitCosts(daily([4, 4, undefined]), daily([2, 0, 3]));
  expect(costs.byName.get('a')).toEqual([2, undefined, undefined]);
});

test('compares whole weeks, cost over calls', () => {
  const calls = daily(days.map(() => 100));
  const cost = daily(days.map((day) => (day < 7 ? 20 : 15)));
  expect(unitTrendSentence(cost, calls).replaceAll('\u202f', ' ')).toBe(
    'A call cost $0.150 on average in the last 7 days, 25 % less than in the first 7 of these 14 ($0.200).'
  );
  expect(unitTrendSentence(cost, daily(days.map(() => 0)))).toBe('No call was made in these days.');
});
