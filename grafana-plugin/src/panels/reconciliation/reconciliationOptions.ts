export interface ReconciliationOptions {
  /** UTC, YYYY-MM; '': the newest that the answer has. */
  readonly month: string;
  /** '': all of the month together. */
  readonly provider: string;
}

export const RECONCILIATION_DEFAULTS: ReconciliationOptions = { month: '', provider: '' };
