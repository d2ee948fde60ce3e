/** Spend that left its usual course: an incident of one feature in one environment, as the ledger found it. */
export interface Anomaly {
  readonly feature: string;
  readonly team: string;
  readonly environment: string;
  /** First and last unusual day, `YYYY-MM-DD`. */
  readonly since: string;
  readonly through: string;
  /** USD a day above the usual, negative below. */
  readonly usdPerDay: number;
  /** What, since when, how much a day, and why. */
  readonly sentence: string;
  /** Its last day is not over: what it cost is so far, and the ledger decides when it closes. */
  readonly isOpen: boolean;
  /** Somebody said that it is none. */
  readonly isDismissed: boolean;
  /** Every unusual day. */
  readonly days: readonly string[];
}
