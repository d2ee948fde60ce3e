import { AsyncLocalStorage } from 'node:async_hooks';
import type { BudgetScope } from './budgetScope.ts';

const KEY = Symbol.for('ai-finops.budget.v1');

/** One for the whole process, whichever copy of this package guards it. */
export const budgetStorage: AsyncLocalStorage<BudgetScope> = shared();

function shared(): AsyncLocalStorage<BudgetScope> {
  const slots = globalThis as { [KEY]?: AsyncLocalStorage<BudgetScope> };
  return (slots[KEY] ??= new AsyncLocalStorage<BudgetScope>());
}
