import { reconcile, type Reconciliation } from '../analysis/reconciliation/reconcile.ts';
import type { EstimateCell } from '../analysis/reconciliation/estimateCell.ts';
import type { BillLine } from '../analysis/reconciliation/billLine.ts';
import type { MonthEstimates } from '../questions/estimateCells.ts';
import type { BillBooks, BillRevision } from './billBooks.ts';

export interface MonthBill {
  readonly bill: BillRevision;
  readonly lines: readonly BillLine[];
  readonly result: Reconciliation;
}

interface ReconciledMonth {
  readonly bills: readonly MonthBill[];
  /** Providers that the books have cost of, and that sent no bill; what cost nothing wants none. */
  readonly withoutBill: readonly {
    readonly provider: string;
    readonly estimateNanoUsd: bigint;
    readonly cells: readonly EstimateCell[];
  }[];
}

/** Holds the newest revision of a month's bills against what the books say of it. */
export function reconcileMonth(
  month: string,
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  { cells, unknown }: MonthEstimates
): ReconciledMonth {
  const newest = bills.newest(month);
  const billed = new Set(newest.map(({ provider }) => provider));
  const others = [...new Set(cells.map(({ provider }) => provider))].filter((provider) => !billed.has(provider));
  return {
    bills: newest.map((bill) => {
      const isOwn = ({ provider }: { readonly provider: string }) => provider === bill.provider;
      const calls = new Map(unknown.filter(isOwn).map((one) => [one.model, one.calls]));
      const lines = bills.lines(bill);
      return { bill, lines, result: reconcile(cells.filter(isOwn), lines, calls) };
    }),
    withoutBill: others
      .map((provider) => {
        const own = cells.filter((cell) => cell.provider === provider);
        return { provider, cells: own, estimateNanoUsd: own.reduce((sum, { costNanoUsd }) => sum + costNanoUsd, 0n) };
      })
      .filter(({ estimateNanoUsd }) => estimateNanoUsd !== 0n),
  };
}
