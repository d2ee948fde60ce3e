import type { Quota } from '../ownership/quota.ts';

export const QUOTA_STATES = ['ok', 'soft_exceeded', 'hard_exceeded'] as const;

/** How a quota stands. */
export interface QuotaState extends Quota {
  readonly spentNanoUsd: bigint;
  /** The first moment of the next period, ms since the epoch. */
  readonly untilMs: number;
  /** Exceeded once all of it is spent: not a cent is left to spend. */
  readonly state: (typeof QUOTA_STATES)[number];
}
