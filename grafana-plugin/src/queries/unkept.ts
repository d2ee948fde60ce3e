/** No series keeps what is asked: the words for why, instead of a query. */
interface Unkept {
  readonly unkept: string;
}

/** A PromQL expression, or why there is none. */
export type Expression = string | Unkept;
