import type { PlannedCall } from './plannedCall.ts';
import { BudgetExceededError } from './budgetExceededError.ts';
import type { BudgetScope } from './budgetScope.ts';
import type { CostEstimator } from './costEstimator.ts';
import { Reservation } from './reservation.ts';

/** A call about to be made. */
export interface CallRequest {
  readonly provider: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Undefined where the request cannot be read. */
  readonly planned: PlannedCall | undefined;
}

/** Reserves for a call, or says why it must not be made. Synchronous: nothing comes between the question and the answer. */
export function admitCall(
  { budget, maxAttempts, outputTokens, allowUnpriced }: BudgetScope,
  { provider, attempt, planned }: CallRequest,
  estimator: CostEstimator
): Reservation | BudgetExceededError {
  if (attempt > maxAttempts) {
    return new BudgetExceededError('attempts', budget);
  }
  const estimate = planned === undefined ? undefined : estimator.planned(provider, planned, outputTokens);
  if (estimate === undefined && !allowUnpriced) {
    return new BudgetExceededError('unpriced', budget);
  }
  const amount = estimate ?? 0n;
  const tightest = budget.reserve(amount);
  return tightest === undefined
    ? new Reservation(budget, amount, estimator)
    : new BudgetExceededError('ceiling', tightest, amount);
}
