import { DAY_MS } from '../../queries/dayMs.ts';
import { trendSentence } from './trendSentence.ts';

const daily = (byName: Record<string, (number | undefined)[]>) => {
  const length = Object.values(byName)[0]?.length ?? 0;
  return { days: Array.from({ length }, (_, index) => index * DAY_MS), byName: new Map(Object.entries(byName)) };
};
const weeks = (before: number, now: number) => [...Array<number>(7).fill(before), ...Array<number>(7).fill(now)];
const plain = (text: string) => text.replaceAll('\u202f', ' ');

test('compares the last week with the one before, and names what moved most', () => {
  expect(plain(trendSentence(daily({ search: weeks(100, 150), chat: weeks(100, 90) })))).toBe(
    'The last 7 days cost $240 a day on average, 20 % more than in the 7 before. search moved most: $50.00 a day more.'
  );
});

test('names a fall where cost fell', () => {
  expect(plain(trendSentence(daily({ search: weeks(100, 110), chat: weeks(100, 40) })))).toMatch(
    /25 % less .* chat moved most: \$60\.00 a day less\.$/
  );
});

test('makes nothing of a change under two per cent', () => {
  expect(trendSentence(daily({ search: weeks(100, 101) }))).toMatch(/about the same/);
});

test('says what is missing where there are not two whole weeks', () => {
  expect(trendSentence(daily({ search: [1, 2] }))).toBe('A trend needs seven closed days in a row.');
  expect(trendSentence(daily({ search: Array<number>(7).fill(5) }))).toMatch(/no whole week before/);
  expect(trendSentence(daily({ search: [...weeks(5, 5).slice(0, 13), undefined] }))).toMatch(/seven closed days/);
});
