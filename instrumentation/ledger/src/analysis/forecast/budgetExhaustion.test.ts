import { budgetExhaustion } from './budgetExhaustion.ts';

const usd = Array.from({ length: 30 }, () => 100);
const path = { firstDay: 500, usd, spreads: [{ kind: 'shared' as const, usd: usd.map(() => 10) }] };

test('the day the median reaches it, and the range that holds 80 of 100 cases', () => {
  // Bounds of n days: 100 n * exp(± 1.1 * .1) = 111.6 n and 89.6 n.
  expect(budgetExhaustion(path, 1_000, 529)).toEqual({ state: 'runs_out', day: 509, earliest: 508, latest: 511 });
});

test('a latest day past the end of the period is none, and a budget only the upper bound reaches may run out', () => {
  expect(budgetExhaustion(path, 1_000, 510)).toEqual({ state: 'runs_out', day: 509, earliest: 508, latest: null });
  expect(budgetExhaustion(path, 1_000, 508)).toEqual({ state: 'may_run_out', earliest: 508 });
});

test('what lasts, and what is spent already', () => {
  expect(budgetExhaustion(path, 5_000, 529)).toEqual({ state: 'lasts' });
  expect(budgetExhaustion(path, 1_000, 499)).toEqual({ state: 'lasts' });
  expect(budgetExhaustion(path, 0, 529)).toEqual({ state: 'exhausted' });
});
