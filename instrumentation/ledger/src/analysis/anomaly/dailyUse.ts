/** A feature's UTC days without a gap; a day without a call is 0. */
export interface DailyUse {
  /** Nano-USD a day, as numbers: they are judged, not booked. */
  readonly cost: readonly number[];
  /** First attempts a day. */
  readonly calls: readonly number[];
}
