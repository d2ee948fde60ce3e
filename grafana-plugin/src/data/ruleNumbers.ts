import type { Answer } from './answer.ts';

/** What the rules of thumb look at; a number is undefined where nothing was found. USD, tokens, calls. */
export interface RuleNumbers {
  readonly cost: Answer<number | undefined>;
  readonly topTier: Answer<number | undefined>;
  readonly retries: Answer<number | undefined>;
  /** The dearest provider and its cost in 30 days. */
  readonly provider: Answer<{ readonly name: string; readonly usd: number } | undefined>;
  /** Input tokens and calls of a week: the last one, and the one 90 days before. */
  readonly tokensNow: Answer<number | undefined>;
  readonly callsNow: Answer<number | undefined>;
  readonly tokensThen: Answer<number | undefined>;
  readonly callsThen: Answer<number | undefined>;
}
