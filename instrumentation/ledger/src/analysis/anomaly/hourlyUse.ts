/** What a feature used on one UTC day, hour by hour, by the time its calls began: 24 values each. */
export interface HourlyUse {
  /** Nano-USD an hour, as numbers: they are judged, not booked. */
  readonly cost: readonly number[];
  /** First attempts an hour. */
  readonly calls: readonly number[];
}
