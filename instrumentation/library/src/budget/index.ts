export { BudgetExceededError, type RefusalReason } from './budgetExceededError.ts';
export { budgetExceededIn } from './budgetExceededIn.ts';
export type { BudgetOptions } from './budgetOptions.ts';
export type { Purse } from './purse.ts';
export type { QuotaGate } from './quotaGate.ts';
export { installGuard } from './installGuard.ts';
export { runInBudget } from './runInBudget.ts';
