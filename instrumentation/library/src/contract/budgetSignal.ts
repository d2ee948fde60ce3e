/** How a refused call shows: a counter of the application's meter, and an event on the active span. */
export const BUDGET_SIGNAL = {
  /** Counter; in Prometheus `ai_finops_budget_refusals_total{reason,feature,team}`. */
  refusals: 'ai_finops_budget_refusals',
  /** Counter of calls by a client that holds a fetch from before the guard: counted in full, but only once they ended. */
  unguardedCalls: 'ai_finops_budget_unguarded_calls',
  event: 'ai_finops.budget.refused',
  /** A RefusalReason. */
  reason: 'ai_finops.budget.reason',
  ceilingNanoUsd: 'ai_finops.budget.ceiling_nano_usd',
  spentNanoUsd: 'ai_finops.budget.spent_nano_usd',
  reservedNanoUsd: 'ai_finops.budget.reserved_nano_usd',
} as const;
