import type { Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { BillRevision } from './billBooks.ts';
import type { BilledSum } from './billedByLabels.ts';

/** What `/metrics` says of a bill; cells, of which there are thousands, it does not. */
export interface CurrentBill {
  readonly bill: BillRevision;
  readonly billed: readonly BilledSum[];
  readonly result: Pick<Reconciliation, 'estimateNanoUsd' | 'steps' | 'coverage' | 'calibration' | 'matched'>;
}
