/** What the books say about a day, or a part of it. */
export interface DaySums {
  /** The day's own calls, as they were when it closed. */
  costNanoUsd: bigint;
  requests: bigint;
  /** Booked on this day for earlier, closed ones. */
  adjustmentNanoUsd: bigint;
  /** Of this day, booked later; the day restated is its own cost and this. */
  lateNanoUsd: bigint;
  lateRequests: bigint;
}
