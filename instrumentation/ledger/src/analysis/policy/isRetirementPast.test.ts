import { isRetirementPast } from './isRetirementPast.ts';

const TODAY = Date.UTC(2026, 10, 22) / 86_400_000;

test.each([
  ['2026-11-21', true],
  ['2026-11-22', false],
  ['2026-11-23', false],
  ['some day', false],
])('a model that retires on %s is past its day on 22 November: %s', (retires, isPast) => {
  expect(isRetirementPast(retires, TODAY)).toBe(isPast);
});
