import type { BudgetExceededError } from './budgetExceededError.ts';

export interface BudgetOptions {
  /** The ceiling, in USD at list prices. */
  readonly usd: number;
  /** Attempts of one call, the first included; unlimited where left out. Counted by the SDK's retry header. */
  readonly maxAttempts?: number | undefined;
  /** The task or agent run, for the error and, as attribution, for the records. */
  readonly task?: string | undefined;
  /** Told of every refusal inside, those of nested budgets too, e.g. to escalate. What it throws is ignored. */
  readonly onExceeded?: ((error: BudgetExceededError) => void) | undefined;
  /** Output tokens reserved for a call that does not say `max_tokens` (or its kin); 4,096. */
  readonly outputTokens?: number | undefined;
  /** Calls whose price nobody knows: `refuse` (default), or `allow`, and then they count nothing. */
  readonly unpriced?: 'refuse' | 'allow' | undefined;
}
