export { withAttribution, type Attribution } from './attribution/index.ts';
export { BudgetExceededError, budgetExceededIn, type BudgetOptions, type RefusalReason } from './budget/index.ts';
export { flush } from './flush.ts';
export type { Health } from './health.ts';
export { instrument } from './instrument.ts';
export type { InstrumentOptions } from './instrumentOptions.ts';
export type { Instrumentation } from './running.ts';
export { shutdown } from './shutdown.ts';
export { withBudget } from './withBudget.ts';
