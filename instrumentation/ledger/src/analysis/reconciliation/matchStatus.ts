/** Green: agrees; amber: look at it; red: over the threshold. */
export type MatchStatus = 'green' | 'amber' | 'red';

export interface MatchThresholds {
  /** Differences below it are green, nano-USD. */
  readonly smallNanoUsd: bigint;
  /** Shares of the estimate, 0 to 1. */
  readonly green: number;
  readonly amber: number;
}

/** Cells: 1 % or $1 is fine, 5 % is the most (billing research §3). */
export const CELL_THRESHOLDS: MatchThresholds = { smallNanoUsd: 1_000_000_000n, green: 0.01, amber: 0.05 };
/** A provider's month. */
export const MONTH_THRESHOLDS: MatchThresholds = { smallNanoUsd: 1_000_000_000n, green: 0.01, amber: 0.02 };

/** How well two amounts agree. */
export function matchStatus(estimateNanoUsd: bigint, billNanoUsd: bigint, thresholds: MatchThresholds): MatchStatus {
  const difference = billNanoUsd - estimateNanoUsd;
  const size = difference < 0n ? -difference : difference;
  if (size < thresholds.smallNanoUsd) {
    return 'green';
  }
  const share = estimateNanoUsd === 0n ? Infinity : Number(size) / Math.abs(Number(estimateNanoUsd));
  return share <= thresholds.green ? 'green' : share <= thresholds.amber ? 'amber' : 'red';
}
