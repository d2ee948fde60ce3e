import fc from 'fast-check';
import { dayText } from './dayText.ts';
import { parseDay } from './parseDay.ts';

test.each(['', '2026-02-30', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00:00Z', 'today', ' 2026-01-01'])(
  '%j is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  }
);

test('reads what dayText writes', () => {
  fc.assert(fc.property(fc.nat(100_000), (day) => expect(parseDay(dayText(day))).toBe(day)));
});
