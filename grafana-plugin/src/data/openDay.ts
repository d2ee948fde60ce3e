import type { Label } from '../queries/label.ts';
import type { Answer } from './answer.ts';

/** Today so far, in USD and calls. undefined = nothing has been called yet, or the ledger is not scraped. */
export interface OpenDay {
  readonly day: number;
  readonly cost: Answer<number | undefined>;
  readonly requests: Answer<number | undefined>;
  readonly by: Label;
  /** Cost by value of `by`; the gauge splits by feature, team and environment only. */
  readonly costBy: Answer<ReadonlyMap<string, number>>;
}
