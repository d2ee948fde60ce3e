import fc from 'fast-check';
import { Budget } from './budget.ts';

interface Held {
  readonly at: number;
  readonly amount: bigint;
}

/** A tree of budgets: each has an earlier one around it, or none. */
const tree = fc.array(fc.record({ ceiling: fc.bigInt(0n, 1000n), around: fc.nat(10) }), { minLength: 1, maxLength: 6 });
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('reserve' as const), at: fc.nat(5), amount: fc.bigInt(0n, 400n) }),
    // Of what was reserved, this share was spent: 0 to all.
    fc.record({ kind: fc.constant('settle' as const), which: fc.nat(50), share: fc.bigInt(0n, 100n) })
  ),
  { maxLength: 200 }
);

it('keeps every ceiling of a tree of budgets, whatever the order of reserving and settling', () => {
  fc.assert(
    fc.property(tree, steps, (plan, run) => {
      const budgets: Budget[] = [];
      const around: number[] = [];
      for (const [index, { ceiling, around: outer }] of plan.entries()) {
        around.push(index === 0 ? -1 : (outer % (index + 1)) - 1);
        budgets.push(new Budget({ ceiling, task: undefined, parent: budgets[around[index] ?? -1] }));
      }
      const reserved = budgets.map(() => 0n);
      const spent = budgets.map(() => 0n);
      const chainOf = (at: number) => {
        const chain: number[] = [];
        for (let index = at; index >= 0; index = around[index] ?? -1) {
          chain.push(index);
        }
        return chain;
      };
      const left = (at: number) => (plan[at]?.ceiling ?? 0n) - (reserved[at] ?? 0n) - (spent[at] ?? 0n);
      const held: Held[] = [];
      for (const step of run) {
        if (step.kind === 'reserve') {
          const at = step.at % budgets.length;
          const fits = chainOf(at).every((index) => left(index) >= step.amount);
          const refusedBy = budgets[at]?.reserve(step.amount);
          expect(refusedBy === undefined).toBe(fits);
          if (refusedBy === undefined) {
            held.push({ at, amount: step.amount });
            chainOf(at).forEach((index) => (reserved[index] = (reserved[index] ?? 0n) + step.amount));
          } else {
            const least = chainOf(at).reduce((min, index) => (left(index) < left(min) ? index : min));
            expect(left(budgets.indexOf(refusedBy))).toBe(left(least));
          }
        } else if (held.length > 0) {
          const [{ at, amount }] = held.splice(step.which % held.length, 1) as [Held];
          const cost = (amount * step.share) / 100n;
          budgets[at]?.settle(amount, cost);
          for (const index of chainOf(at)) {
            reserved[index] = (reserved[index] ?? 0n) - amount;
            spent[index] = (spent[index] ?? 0n) + cost;
          }
        }
        expect(budgets.map((budget) => [budget.spent, budget.reserved])).toEqual(
          budgets.map((_budget, index) => [spent[index], reserved[index]])
        );
        expect(budgets.every((budget) => budget.spent + budget.reserved <= budget.ceiling)).toBe(true);
      }
    }),
    { numRuns: 500 }
  );
});

it('is exhausted by a call that cost more than was reserved for it', () => {
  const outer = new Budget({ ceiling: 10n, task: 'outer', parent: undefined });
  const inner = new Budget({ ceiling: 100n, task: 'inner', parent: outer });
  expect(inner.reserve(5n)).toBeUndefined();
  expect(inner.exhausted).toBeUndefined();
  inner.settle(5n, 12n);
  expect(inner.exhausted).toBe(outer);
  expect(inner.reserve(0n)).toBe(outer);
});
