/** What calls of a feature cost, and what the replacement of their model would have cost, token for token. */
export interface ReplacementCost {
  readonly feature: string;
  readonly provider: string;
  readonly model: string;
  readonly replacement: string;
  /** Calls with a price on both sides; the sums are theirs, nano-USD. */
  readonly calls: number;
  readonly nanoUsd: bigint;
  readonly replacementNanoUsd: bigint;
  /** Calls without a price on one side: in no sum. */
  readonly unpricedCalls: number;
}
