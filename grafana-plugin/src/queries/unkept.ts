import type { BookCosts } from './bookCosts.ts';

/** No series keeps what is asked: the words for why, instead of a query. */
interface Unkept {
  readonly unkept: string;
}

/** A PromQL expression, what the ledger's books are asked in its place, or why there is neither. */
export type Expression = string | BookCosts | Unkept;
