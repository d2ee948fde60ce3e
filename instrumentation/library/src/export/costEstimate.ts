/** The list-price estimate of one call: an amount and its card, or why there is none. */
export interface CostEstimate {
  /** Integer nano-USD. */
  readonly nanoUsd: number | undefined;
  readonly rateCard: string | undefined;
  readonly unpricedReason: string | undefined;
}
