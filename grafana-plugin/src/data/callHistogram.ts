/** Calls whose cost is at most this and above the bucket before it. Nano-USD and counts as text. */
export interface CostBucket {
  /** null: everything above the last bound. */
  readonly upToNanoUsd: string | null;
  readonly calls: string;
  readonly costNanoUsd: string;
}

/** How many calls cost how much; unpriced ones are in no bucket. */
export interface CallHistogram {
  readonly buckets: readonly CostBucket[];
  readonly unpriced: bigint;
  readonly calls: bigint;
  readonly costNanoUsd: bigint;
}
