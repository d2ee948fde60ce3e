/** Spend that left its usual course, as the ledger found it. */
export interface Anomaly {
  readonly id: string;
  readonly feature: string;
  /** First unusual day, `YYYY-MM-DD`. */
  readonly since: string;
  /** USD a day above the usual, negative below. */
  readonly usdPerDay: number;
  /** What changed, in a sentence; undefined where the ledger gives none. */
  readonly words: string | undefined;
}
