import fc from 'fast-check';
import type { DayRow } from '../store/dayRow.ts';
import { DAY_MS } from '../store/eventDay.ts';
import { dueDays } from './dueDays.ts';

const HOUR = 3_600_000;
const policy = { graceMs: 2 * HOUR, quietMs: HOUR / 2, limitMs: 24 * HOUR };
const day = (number: number, last: number, first = number * DAY_MS, closedMs?: number): DayRow => ({
  day: number,
  firstArrivalMs: first,
  lastArrivalMs: last,
  closedMs,
});
const midnight = 11 * DAY_MS;

test.each([
  ['inside the grace', midnight + 2 * HOUR - 1, midnight, []],
  ['after grace and quiet', midnight + 2 * HOUR, midnight, [10]],
  ['with an arrival just now', midnight + 5 * HOUR, midnight + 5 * HOUR - 1, []],
  ['half an hour after the last arrival', midnight + 5 * HOUR, midnight + 4.5 * HOUR, [10]],
  ['with arrivals all day, at the limit', midnight + 24 * HOUR, midnight + 24 * HOUR, [10]],
  ['with arrivals all day, before the limit', midnight + 24 * HOUR - 1, midnight + 24 * HOUR - 1, []],
])('a day %s', (_when, now, lastArrival, expected) => {
  expect(dueDays([day(10, lastArrival)], now, policy)).toEqual(expected);
});

test('the current day is never due', () => {
  expect(dueDays([day(10, 0)], midnight - 1, policy)).toEqual([]);
});

test('days without a call close too', () => {
  expect(dueDays([day(7, 8 * DAY_MS, undefined, 8 * DAY_MS)], midnight + 2 * HOUR, policy)).toEqual([8, 9, 10]);
});

test('history sent later stays open while it comes, and holds the days behind it', () => {
  const sent = midnight + 12 * HOUR;
  const arriving = [day(3, sent + HOUR, sent), day(8, sent, sent)];
  expect(dueDays(arriving, sent + HOUR + 1, policy)).toEqual([]);
  expect(dueDays(arriving, sent + 1.5 * HOUR, policy)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  const stillComing = [day(3, sent + 30 * HOUR, sent), day(8, sent + 30 * HOUR, sent)];
  expect(dueDays(stillComing, sent + 24 * HOUR - 1, policy)).toEqual([]);
  expect(dueDays(stillComing, sent + 24 * HOUR, policy)).toContain(3);
});

test('due days are past, open, and without a gap from the oldest', () => {
  const anyDay = fc.record({ number: fc.nat(10), first: fc.nat(12 * 24), hours: fc.nat(48), isClosed: fc.boolean() });
  fc.assert(
    fc.property(fc.uniqueArray(anyDay, { selector: ({ number }) => number }), fc.nat(12 * 24), (days, nowHours) => {
      const rows = days
        .map(({ number, first, hours, isClosed }) =>
          day(number, (first + hours) * HOUR, first * HOUR, isClosed ? 1 : undefined)
        )
        .sort((a, b) => a.day - b.day);
      const due = dueDays(rows, nowHours * HOUR, policy);
      const closed = new Set(rows.filter(({ closedMs }) => closedMs !== undefined).map(({ day }) => day));
      for (let number = rows[0]?.day ?? 0; number <= (due.at(-1) ?? -1); number += 1) {
        expect(due.includes(number) !== closed.has(number)).toBe(true);
        expect((number + 1) * DAY_MS).toBeLessThanOrEqual(nowHours * HOUR);
      }
    })
  );
});
