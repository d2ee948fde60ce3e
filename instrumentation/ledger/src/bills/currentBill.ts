import type { Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { BillRevision } from './billBooks.ts';
import type { BilledSum } from './billedByLabels.ts';

/** What `/metrics` says of a bill: small, for it crosses from the thread of bills to the one that serves metrics. */
export interface CurrentBill {
  readonly bill: BillRevision;
  readonly billed: readonly BilledSum[];
  readonly result: Pick<Reconciliation, 'estimateNanoUsd' | 'steps' | 'coverage' | 'calibration' | 'matched'>;
}
