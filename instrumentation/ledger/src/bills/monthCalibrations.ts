import type { Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { BillRevision } from './billBooks.ts';

export interface MonthCalibration {
  readonly provider: string;
  /** UTC month of the bill, YYYY-MM. */
  readonly month: string;
  /** Bill by estimate, of what both know: $1.10 billed for what was estimated at $1.00 is 1.1. */
  readonly ratio: number;
}

export interface ReconciledBill {
  readonly bill: Pick<BillRevision, 'provider' | 'month' | 'state'>;
  readonly result: Pick<Reconciliation, 'matched'>;
}

/**
 * What each provider's estimates of a month are multiplied by to agree with its final bill. A bill that may still grow says
 * nothing yet, and neither does one of nothing, or one of calls nobody recorded.
 */
export const monthCalibrations = (reconciled: readonly ReconciledBill[]): readonly MonthCalibration[] =>
  reconciled.flatMap(({ bill: { provider, month, state }, result: { matched } }) => {
    const { billNanoUsd, estimateNanoUsd } = matched;
    return state === 'final' && billNanoUsd > 0n && estimateNanoUsd > 0n
      ? [{ provider, month, ratio: Number(billNanoUsd) / Number(estimateNanoUsd) }]
      : [];
  });
