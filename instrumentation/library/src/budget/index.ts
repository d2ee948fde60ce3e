export { BudgetExceededError, type RefusalReason } from './budgetExceededError.ts';
export { budgetExceededIn } from './budgetExceededIn.ts';
export type { BudgetOptions } from './budgetOptions.ts';
export { installGuard } from './installGuard.ts';
export { runInBudget } from './runInBudget.ts';
