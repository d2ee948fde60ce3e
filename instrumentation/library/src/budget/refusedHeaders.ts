import type { BudgetExceededError } from './budgetExceededError.ts';

/** By the headers of the answer given in place of the provider's: SDKs hang them on the error they throw. */
export const refusedHeaders = new WeakMap<object, BudgetExceededError>();
