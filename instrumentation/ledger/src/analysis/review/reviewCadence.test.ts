import fc from 'fast-check';
import { reviewCadence } from './reviewCadence.ts';

/** 16 November 2026. */
const MONDAY = 20_773;
const FIRST = MONDAY - 70;
const weekBefore = (weeks: number) => MONDAY - 7 * weeks;
const last = (held: readonly (readonly [number, number])[], today: number, count: number) =>
  reviewCadence(new Map(held), { lastMonday: MONDAY, firstDay: FIRST, today })
    .weeks.slice(-count)
    .map(({ state }) => state);

test('a review is held through the Sunday after its week, and late from then on', () => {
  expect(last([[MONDAY, MONDAY + 4]], MONDAY + 30, 1)).toEqual(['held']);
  expect(last([[MONDAY, MONDAY + 13]], MONDAY + 30, 1)).toEqual(['held']);
  expect(last([[MONDAY, MONDAY + 14]], MONDAY + 30, 1)).toEqual(['late']);
});

test('a week without one is due until that Sunday, and skipped after it', () => {
  expect(last([], MONDAY + 13, 2)).toEqual(['skipped', 'due']);
  expect(last([], MONDAY + 14, 2)).toEqual(['skipped', 'skipped']);
});

test('weeks before the books are not skipped; the one they start in counts', () => {
  const { weeks, expected, held } = reviewCadence(new Map(), {
    lastMonday: MONDAY,
    firstDay: FIRST,
    today: MONDAY + 7,
  });
  expect(weeks).toHaveLength(26);
  expect(weeks.filter(({ state }) => state === 'before')).toHaveLength(15);
  expect([expected, held]).toEqual([10, 0]);
  const none = reviewCadence(new Map(), { lastMonday: MONDAY, firstDay: undefined, today: MONDAY + 7 });
  expect([none.expected, none.skippedInARow]).toEqual([0, 0]);
});

test('skipped weeks in a row end at one that was held, late or not, and go on over one that is due', () => {
  const row = (held: readonly (readonly [number, number])[]) =>
    reviewCadence(new Map(held), { lastMonday: MONDAY, firstDay: FIRST, today: MONDAY + 7 }).skippedInARow;
  expect(row([[weekBefore(4), weekBefore(4) + 7]])).toBe(3);
  expect(row([[weekBefore(3), MONDAY + 6]])).toBe(2);
  expect(row([[weekBefore(1), weekBefore(1) + 7]])).toBe(0);
  expect(row([])).toBe(10);
});

test('every week has one state, and the numbers count them', () => {
  const days = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 60 })));
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 200 }), (reviews, age) => {
      const held = new Map(reviews.map(([weeks, after]) => [weekBefore(weeks), weekBefore(weeks) + after]));
      const found = reviewCadence(held, { lastMonday: MONDAY, firstDay: MONDAY - age, today: MONDAY + 7 });
      const count = (...states: string[]) => found.weeks.filter(({ state }) => states.includes(state)).length;
      expect(found.held).toBe([...held.keys()].filter((monday) => monday > MONDAY - 26 * 7).length);
      expect(found.expected).toBe(found.held + count('skipped'));
      expect(found.skippedInARow).toBeLessThanOrEqual(count('skipped'));
    })
  );
});
