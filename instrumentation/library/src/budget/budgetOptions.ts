import type { BudgetExceededError } from './budgetExceededError.ts';

export interface BudgetOptions {
  /** The ceiling, in USD at list prices; with `quotas` it may be Infinity, for none of its own. */
  readonly usd: number;
  /** Attempts of one call, the first included; unlimited where left out. Counted by the SDK's retry header. */
  readonly maxAttempts?: number | undefined;
  /** The task or agent run, for the error and, as attribution, for the records. */
  readonly task?: string | undefined;
  /** Told of every refusal inside, those of nested budgets too, e.g. to escalate. What it throws is ignored. */
  readonly onExceeded?: ((error: BudgetExceededError) => void) | undefined;
  /** Output tokens reserved for a call that does not say `max_tokens` (or its kin); 4,096. */
  readonly outputTokens?: number | undefined;
  /**
   * Obeys the hard quotas of whoever calls are for, by feature and tenant, as the ledger at AI_FINOPS_QUOTA_URL has them.
   * Where it does not answer, calls go on and are counted. Budgets inside obey them, too.
   */
  readonly quotas?: boolean | undefined;
  /** Calls whose price nobody knows: `refuse` (default), or `allow`, and then they count nothing. */
  readonly unpriced?: 'refuse' | 'allow' | undefined;
}
