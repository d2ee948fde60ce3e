import type { Dimension } from '../queries/dimension.ts';
import type { Answer } from './answer.ts';

/** Today so far, in USD and calls. undefined = nothing has been called yet, or the ledger is not scraped. */
export interface OpenDay {
  readonly day: number;
  readonly cost: Answer<number | undefined>;
  readonly requests: Answer<number | undefined>;
  readonly dimension: Dimension;
  /** Cost by value of `dimension`; by request type there is only the whole, which the gauge does not split. */
  readonly costBy: Answer<ReadonlyMap<string, number>> | undefined;
}
