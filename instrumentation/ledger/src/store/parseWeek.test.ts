import fc from 'fast-check';
import { parseDay } from './parseDay.ts';
import { parseWeek } from './parseWeek.ts';
import { weekText } from './weekText.ts';

test.each([
  ['2026-W47', '2026-11-16'],
  // A year of 53 weeks, whose last one ends in the next.
  ['2026-W53', '2026-12-28'],
  ['2027-W01', '2027-01-04'],
  // The first week of 2025 starts in 2024.
  ['2025-W01', '2024-12-30'],
])('%s starts on %s', (week, monday) => {
  expect(parseWeek(week)).toBe(parseDay(monday));
});

test.each(['2025-W53', '2026-W54', '2026-W00', '2026-W7', '2026-47', 'W47', '', ' 2026-W47', '2026-w47'])(
  '%p is no week',
  (text) => {
    expect(parseWeek(text)).toBeUndefined();
  }
);

test('all seven days of a week, and no others, have its name', () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
      const monday = parseWeek(weekText(day)) ?? NaN;
      expect(day - monday).toBeGreaterThanOrEqual(0);
      expect(day - monday).toBeLessThan(7);
      expect(new Date(monday * 86_400_000).getUTCDay()).toBe(1);
    })
  );
});
