import type { BudgetState } from './budgetExceededError.ts';

/** What money is held back in beside budgets: a quota. */
export interface Purse extends BudgetState {
  /** Neither spent nor reserved, nano-USD. */
  readonly left: bigint;
  hold(amount: bigint): void;
  /** Turns what was held back into what was spent. */
  settle(reserved: bigint, spent: bigint): void;
}
