import type { Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { Ask } from '../questions/ask.ts';
import type { BillBooks, BillRevision } from './billBooks.ts';
import { billedByLabels, type BilledSum } from './billedByLabels.ts';
import { reconcileMonth } from './reconcileMonth.ts';

interface CurrentBill {
  readonly bill: BillRevision;
  readonly billed: readonly BilledSum[];
  readonly result: Reconciliation;
}

export interface Reconciler {
  /** Reconciles the newest months again, for `/metrics`; never rejects. */
  refresh(): Promise<void>;
  /** As of the last refresh. */
  current(): readonly CurrentBill[];
}

/** Months older than this many that have a bill are not on `/metrics`. */
const KEPT_MONTHS = 6;

/** Keeps what `/metrics` says of bills, so that a scrape reads none. */
export function createReconciler(
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  ask: Ask,
  failed: (error: Error) => void
): Reconciler {
  let current: readonly CurrentBill[] = [];
  return {
    async refresh() {
      try {
        const months = [...new Set(bills.newest().map((bill) => bill.month))].slice(-KEPT_MONTHS);
        const results: CurrentBill[] = [];
        for (const month of months) {
          const reconciled = await reconcileMonth(month, bills, ask);
          results.push(
            ...reconciled.bills.map(({ bill, lines, result }) => ({ bill, billed: billedByLabels(lines), result }))
          );
        }
        current = results;
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    },
    current: () => current,
  };
}
