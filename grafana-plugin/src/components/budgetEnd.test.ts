import { budgetEnd } from './budgetEnd.ts';

const today = Date.UTC(2026, 10, 21);

test('a budget lasts as long as its pace allows', () => {
  expect(budgetEnd(800, 1000, 20, today)).toBe(Date.UTC(2026, 10, 26));
  expect(budgetEnd(600, 1000, 20, today)).toBeUndefined();
  expect(budgetEnd(0, 1000, 20, today)).toBeUndefined();
  expect(budgetEnd(1200, 1000, 20, today)).toBe(Date.UTC(2026, 10, 17));
});
