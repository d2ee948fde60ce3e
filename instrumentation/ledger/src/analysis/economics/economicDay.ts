/** What a feature cost and delivered on one UTC day, whenever it was booked. */
export interface EconomicDay {
  /** Days since the epoch. */
  readonly day: number;
  readonly inferenceNanoUsd: bigint;
  /** Its part of what AI costs beyond inference. */
  readonly otherNanoUsd: bigint;
  readonly requests: bigint;
  /** Units of work by the name of the unit. */
  readonly units: ReadonlyMap<string, bigint>;
  /** What the work was worth, where that is measured; undefined where nobody measured it. */
  readonly valueNanoUsd: bigint | undefined;
  /** People who used it in the 30 days that end with this one; undefined where nobody counted them. */
  readonly users: bigint | undefined;
  /** The source of its outcomes had nothing for the day: they are unknown, not 0. */
  readonly isGap: boolean;
}

/** Inference and what comes on top of it, nano-USD. */
export function spendOf({ inferenceNanoUsd, otherNanoUsd }: EconomicDay): bigint {
  return inferenceNanoUsd + otherNanoUsd;
}
