/** By how much a provider's cost is multiplied to agree with its newest final bill. */
export interface Calibration {
  readonly provider: string;
  /** UTC month of the bill, YYYY-MM. */
  readonly month: string;
  /** 1.1: it billed $1.10 for what was estimated at $1. */
  readonly ratio: number;
}
