/** What the books say one component of one model cost on one UTC day, restated with what came later. */
export interface EstimateCell {
  readonly day: string;
  readonly provider: string;
  readonly account: string;
  readonly model: string;
  readonly tier: string;
  readonly component: string;
  /** In whole units of the component. */
  readonly quantity: bigint;
  /** At the rates the ledger knows, contract included, nano-USD. */
  readonly costNanoUsd: bigint;
}
