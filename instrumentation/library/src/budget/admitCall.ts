import type { PlannedCall } from './plannedCall.ts';
import { BudgetExceededError, type BudgetState } from './budgetExceededError.ts';
import type { BudgetScope } from './budgetScope.ts';
import type { CostEstimator } from './costEstimator.ts';
import type { Purse } from './purse.ts';
import { Reservation } from './reservation.ts';

/** A call about to be made. */
export interface CallRequest {
  readonly provider: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** Undefined where the request cannot be read. */
  readonly planned: PlannedCall | undefined;
  /** The quotas that hold for it. */
  readonly quotas?: readonly Purse[] | undefined;
}

/** Reserves for a call, or says why it must not be made. Synchronous: nothing comes between the question and the answer. */
export function admitCall(
  { budget, maxAttempts, outputTokens, allowUnpriced }: BudgetScope,
  { provider, attempt, planned, quotas = [] }: CallRequest,
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
  const tightest: BudgetState | undefined = budget.reserve(amount, quotas);
  return tightest === undefined
    ? new Reservation(budget, amount, estimator, quotas)
    : new BudgetExceededError(tightest.quota === undefined ? 'ceiling' : 'quota', tightest, amount);
}
