import type { Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { BillRevision } from './billBooks.ts';

interface ProviderCalibration {
  readonly provider: string;
  /** UTC month of the bill, YYYY-MM. */
  readonly month: string;
  /** Bill by estimate, of what both know: $1.10 billed for what was estimated at $1.00 is 1.1. */
  readonly ratio: number;
}

interface Reconciled {
  readonly bill: Pick<BillRevision, 'provider' | 'month' | 'state'>;
  readonly result: Pick<Reconciliation, 'matched'>;
}

/**
 * What each provider's estimates are multiplied by to agree with its newest final bill. A bill that may still grow says
 * nothing yet, and neither does one of nothing, or one of calls nobody recorded: then the newest before it is asked.
 */
export function providerCalibrations(reconciled: readonly Reconciled[]): readonly ProviderCalibration[] {
  const newest = new Map<string, ProviderCalibration>();
  for (const { bill, result } of reconciled) {
    const { billNanoUsd, estimateNanoUsd } = result.matched;
    const { provider, month, state } = bill;
    const isNewer = (newest.get(provider)?.month ?? '') < month;
    if (isNewer && state === 'final' && billNanoUsd > 0n && estimateNanoUsd > 0n) {
      newest.set(provider, { provider, month, ratio: Number(billNanoUsd) / Number(estimateNanoUsd) });
    }
  }
  return [...newest.values()];
}
