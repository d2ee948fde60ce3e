import { monthBudget } from './monthBudget.ts';
import { parseOwners } from './parseOwners.ts';

test('budgets by scope, as the owners file names them', () => {
  const owners = parseOwners({
    ...{ budgetPerMonth: '40000', teams: { Search: { budgetPerMonth: '900.50' } } },
    features: { search: { team: 'Search', budgetPerMonth: '500' }, chat: {} },
  });
  expect(monthBudget(owners, 'total', '')).toBe(40_000);
  expect(monthBudget(owners, 'team', 'Search')).toBe(900.5);
  expect(monthBudget(owners, 'feature', 'search')).toBe(500);
  expect(monthBudget(owners, 'feature', 'chat')).toBeUndefined();
  expect(monthBudget(owners, 'provider', 'search')).toBeUndefined();
});
