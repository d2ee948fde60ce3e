import fc from 'fast-check';
import { breakdownRows } from './breakdownRows.ts';
import type { Series } from './series.ts';

const at = (value: number, labels: Record<string, string>): Series => ({ labels, points: [{ atMs: 0, value }] });
const none = {
  cost: [],
  weekBefore: [],
  periodCost: [],
  calls: [],
  teams: [],
  owners: [],
  monthCost: [],
  budgets: [],
  outcomes: [],
};

test('joins the answers by name, the dearest first, and knows who answers for each and what is left of its budget', () => {
  const rows = breakdownRows('feature', {
    cost: [at(1, { feature: 'b' }), at(2, { feature: 'a' })],
    weekBefore: [at(4, { feature: 'a' })],
    periodCost: [at(30, { feature: 'a' }), at(9, { feature: 'gone' })],
    calls: [at(7, { feature: 'a' })],
    owners: [at(1, { name: 'b', owner: 'Bo' }), at(1, { name: 'a', owner: '' })],
    teams: [at(1, { feature: 'a', team: 'Small' }), at(5, { feature: 'a', team: 'Big' })],
    monthCost: [at(30, { feature: 'a' }), at(5, { feature: 'b' })],
    outcomes: [at(4, { feature: 'a' }), at(0, { feature: 'b' })],
    budgets: [at(40, { name: 'a' }), at(0, { name: 'b' })],
  });
  const empty = {
    weekBefore: undefined,
    periodCost: undefined,
    calls: undefined,
    outcomes: undefined,
    budgetUsed: undefined,
  };
  expect(rows).toEqual([
    { name: 'a', owner: 'Big', cost: 2, weekBefore: 4, periodCost: 30, calls: 7, outcomes: 4, budgetUsed: 0.75 },
    { ...empty, name: 'b', owner: 'Bo', cost: 1 },
    { ...empty, name: 'gone', owner: undefined, cost: undefined, periodCost: 9 },
  ]);
});

test('rows add up to all that was answered, whatever the names', () => {
  const costs = fc.uniqueArray(fc.tuple(fc.string(), fc.integer({ min: 0, max: 1e9 })), { selector: ([name]) => name });
  fc.assert(
    fc.property(costs, (named) => {
      const rows = breakdownRows('team', { ...none, cost: named.map(([team, cost]) => at(cost, { team })) });
      const sum = rows.reduce((total, { cost }) => total + (cost ?? 0), 0);
      expect(sum).toBe(named.reduce((total, [, cost]) => total + cost, 0));
    })
  );
});
