import { DAY_MS } from '../queries/dayMs.ts';
import { startOfDay } from '../queries/startOfDay.ts';
import type { Books } from './books.ts';
import { closedDayAskedAt } from './closedDayAskedAt.ts';
import { noBills } from './noBills.fixture.ts';
import { monthDays } from './monthDays.ts';
import { toDailyCosts } from './toDailyCosts.ts';

const day = (month: number, date: number) => Date.UTC(2026, month - 1, date);

test('a day starts at 00:00 UTC', () => {
  expect(startOfDay(day(11, 23) + DAY_MS - 1)).toBe(day(11, 23));
});

test('a month has the days that are over', () => {
  expect(monthDays(day(11, 23), day(11, 22))).toBe(22);
  expect(monthDays(day(12, 1), day(11, 30))).toBe(0);
  expect(monthDays(Date.UTC(2027, 10, 2), day(11, 1))).toBe(0);
});

test('a closed yesterday is asked for now; while it closes, the day before just after its own end', () => {
  const books: Books = {
    ...{ today: day(11, 23), closedDays: [], lastClosedDay: undefined, environments: [] },
    calibration: noBills,
  };
  const now = day(11, 23) + 3_600_000 * 11;
  expect(closedDayAskedAt(books, day(11, 22), now)).toBe(now);
  expect(closedDayAskedAt(books, day(11, 21), now)).toBe(day(11, 22) + 3_600_000);
});

test('days without a close are gaps, not zeros', () => {
  const series = [{ labels: { feature: 'a' }, points: [{ atMs: day(11, 20), value: 5 }] }];
  const { days, byName } = toDailyCosts(series, 'feature', day(11, 21), 3);
  expect(days).toEqual([day(11, 19), day(11, 20), day(11, 21)]);
  expect(byName.get('a')).toEqual([undefined, 5, undefined]);
});
