import type { BudgetExceededError } from './budgetExceededError.ts';

const KEY = Symbol.for('ai-finops.refused.v1');
const slots = globalThis as { [KEY]?: WeakMap<object, BudgetExceededError> };

/**
 * By the headers of the answer given in place of the provider's: SDKs hang them on the error they throw. One for the whole
 * process, whichever copy of this package refused.
 */
export const refusedHeaders: WeakMap<object, BudgetExceededError> = (slots[KEY] ??= new WeakMap());
