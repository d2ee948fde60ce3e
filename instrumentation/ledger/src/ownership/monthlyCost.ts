/** A cost beyond inference that comes every month. */
export interface MonthlyCost {
  readonly line: string;
  readonly nanoUsd: bigint;
  /** `YYYY-MM`; always, where absent. `to` is the first month it no longer holds. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Weights; what no feature takes is under `unallocated`. */
  readonly shares: ReadonlyMap<string, bigint>;
}
