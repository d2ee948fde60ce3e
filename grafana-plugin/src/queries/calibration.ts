/** A final bill by its estimate. */
export interface MonthRatio {
  /** UTC month of the bill, YYYY-MM. */
  readonly month: string;
  /** 1.1: it billed $1.10 for what was estimated at $1. */
  readonly ratio: number;
}

/** By how much a provider's cost is multiplied to agree with its bills: by the newest final one, where a month has none. */
export interface Calibration extends MonthRatio {
  readonly provider: string;
  /** Final bills of months before, ascending: the days of each take its own ratio. */
  readonly earlier: readonly MonthRatio[];
}
