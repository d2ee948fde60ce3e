/** A hard quota as the ledger has it; money is nano-USD. */
export interface HardQuota {
  readonly limit: bigint;
  /** Of the period, by the calls that the ledger has booked. */
  readonly spent: bigint;
  /** When the period ends, ms since the epoch. */
  readonly untilMs: number;
}
