import type { Budget } from './budget.ts';
import type { BudgetExceededError } from './budgetExceededError.ts';
import type { QuotaGate } from './quotaGate.ts';

/** The budget in force in an async context, and the terms of its calls. */
export interface BudgetScope {
  readonly budget: Budget;
  /** The least of all around. */
  readonly maxAttempts: number;
  /** Output tokens reserved for a call that names no maximum. */
  readonly outputTokens: number;
  readonly allowUnpriced: boolean;
  /** Undefined where nobody opted in. */
  readonly quotas: QuotaGate | undefined;
  /** Whether the guard has admitted the request being made here. */
  readonly isAdmitted: boolean;
  /** Who is to be told of refusals here: of this budget, then of those around. */
  readonly listeners: readonly ((error: BudgetExceededError) => void)[];
}
