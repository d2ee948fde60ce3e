import type { Purse } from './purse.ts';

/** Knows the hard quotas of whoever a call is for. */
export interface QuotaGate {
  /**
   * Those that hold for a call made here. Waits for the ledger, a second at most, only where there is no answer that still
   * counts; then a quota nobody could look at is left out, and the call counted.
   */
  check(): Promise<readonly Purse[]>;
  /** Those that are known now; asks and counts nothing. */
  known(): readonly Purse[];
}
