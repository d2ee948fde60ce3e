/** How a command reaches a running ledger, and as whom. */
export interface LedgerCaller {
  readonly api: string;
  readonly apiTokenFile?: string;
  readonly as?: string;
}
