import { reconcile, type Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { Ask } from '../questions/ask.ts';
import type { BillBooks, BillRevision } from './billBooks.ts';
import { monthDays } from './monthDays.ts';

interface ReconciledBill {
  readonly bill: BillRevision;
  readonly result: Reconciliation;
}

interface ReconciledMonth {
  readonly bills: readonly ReconciledBill[];
  /** Providers that the books have cost of, and that sent no bill. */
  readonly withoutBill: readonly { readonly provider: string; readonly estimateNanoUsd: bigint }[];
}

export interface Reconciler {
  month(month: string): Promise<ReconciledMonth>;
  /** Reconciles the newest months again, for `/metrics`; never rejects. */
  refresh(): Promise<void>;
  /** As of the last refresh. */
  current(): readonly ReconciledBill[];
}

/** Months older than this many that have a bill are not on `/metrics`. */
const KEPT_MONTHS = 6;

/** Holds the newest revision of bills against the books, on the thread that reads them. */
export function createReconciler(
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  ask: Ask,
  failed: (error: Error) => void = () => undefined
): Reconciler {
  let current: readonly ReconciledBill[] = [];

  const month = async (name: string): Promise<ReconciledMonth> => {
    const { cells, unknown } = await ask('estimateCells', monthDays(name));
    const newest = bills.newest(name);
    const billed = new Set(newest.map(({ provider }) => provider));
    const others = [...new Set(cells.map(({ provider }) => provider))].filter((provider) => !billed.has(provider));
    return {
      bills: newest.map((bill) => {
        const isOwn = ({ provider }: { readonly provider: string }) => provider === bill.provider;
        const calls = new Map(unknown.filter(isOwn).map((one) => [one.model, one.calls]));
        return { bill, result: reconcile(cells.filter(isOwn), bills.lines(bill), calls) };
      }),
      withoutBill: others.map((provider) => ({
        provider,
        estimateNanoUsd: cells.reduce((sum, cell) => (cell.provider === provider ? sum + cell.costNanoUsd : sum), 0n),
      })),
    };
  };

  return {
    month,
    async refresh() {
      try {
        const months = [...new Set(bills.newest().map((bill) => bill.month))].slice(-KEPT_MONTHS);
        const results: ReconciledBill[] = [];
        for (const name of months) {
          results.push(...(await month(name)).bills);
        }
        current = results;
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    },
    current: () => current,
  };
}
