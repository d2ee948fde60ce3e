import { setImmediate } from 'node:timers/promises';
import type { BillBooks } from './billBooks.ts';
import { billedByLabels } from './billedByLabels.ts';
import type { CurrentBill } from './currentBill.ts';
import type { EstimateBooks } from './estimateBooks.ts';
import { estimatesDigest } from './estimatesDigest.ts';
import type { ReconciledBill } from './monthCalibrations.ts';
import { reconcileMonth, type MonthBill } from './reconcileMonth.ts';

export interface Reconciler {
  /** Reconciles the newest months again, where they changed. */
  refresh(): Promise<void>;
  /** The same of all months before them. */
  refreshEarlier(): Promise<void>;
  /** The newest months as of the last refresh. */
  current(): readonly CurrentBill[];
  /** All months, as of the last refresh of each. */
  all(): readonly ReconciledBill[];
}

/** A month that was held against the books, and by what. */
interface Known<Kept extends ReconciledBill> {
  readonly booksVersion: number;
  readonly lastClosedDay: number;
  readonly revisions: string;
  readonly estimates: string;
  readonly reconciled: readonly Kept[];
}

/** Months older than this many that have a bill are on `/metrics` with their ratio alone. */
const CURRENT_MONTHS = 6;

/**
 * Keeps what `/metrics` says of bills. A month changes where a bill of it has a newer revision, or where the books say
 * something else of it; no other is reconciled again. Who asks something meanwhile gets a turn between months.
 */
export function createReconciler(
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  books: Pick<EstimateBooks, 'estimates' | 'version' | 'lastClosedDay' | 'isAsOf'>,
  isStopped: () => boolean
): Reconciler {
  const newest = new Map<string, Known<CurrentBill>>();
  const earlier = new Map<string, Known<ReconciledBill>>();

  function look<Kept extends ReconciledBill>(
    month: string,
    was: Known<Kept> | undefined,
    keep: (one: MonthBill) => Kept
  ): Known<Kept> {
    const booksVersion = books.version();
    const revisions = bills
      .newest(month)
      .map(({ id }) => id)
      .join(' ');
    if (was?.revisions === revisions) {
      if (was.booksVersion === booksVersion) {
        return was;
      }
      if (books.isAsOf(was.lastClosedDay, month)) {
        return { ...was, booksVersion };
      }
    }
    // Before the month is read: what is booked meanwhile is booked after it.
    const lastClosedDay = books.lastClosedDay();
    const found = books.estimates(month);
    const estimates = estimatesDigest(found);
    if (was?.estimates === estimates && was.revisions === revisions) {
      return { ...was, booksVersion, lastClosedDay };
    }
    const reconciled = reconcileMonth(month, bills, found).bills.map(keep);
    return { booksVersion, lastClosedDay, revisions, estimates, reconciled };
  }

  async function refresh<Kept extends ReconciledBill>(
    known: Map<string, Known<Kept>>,
    months: readonly string[],
    keep: (one: MonthBill) => Kept
  ): Promise<void> {
    for (const month of months) {
      if (isStopped()) {
        return;
      }
      known.set(month, look(month, known.get(month), keep));
      await setImmediate();
    }
  }

  const months = () => [...new Set(bills.newest().map((bill) => bill.month))];
  const current = () => [...newest.values()].flatMap(({ reconciled }) => reconciled);
  return {
    async refresh() {
      const shown = months().slice(-CURRENT_MONTHS);
      await refresh(newest, shown, currentBill);
      for (const [month, one] of newest) {
        if (!shown.includes(month)) {
          newest.delete(month);
          earlier.set(month, { ...one, reconciled: one.reconciled.map(ratioOnly) });
        }
      }
    },
    refreshEarlier: () => refresh(earlier, months().slice(0, -CURRENT_MONTHS).reverse(), ratioOnly),
    current,
    all: () => [...[...earlier.values()].flatMap(({ reconciled }) => reconciled), ...current()],
  };
}

const ratioOnly = ({ bill, result: { matched } }: ReconciledBill): ReconciledBill => ({ bill, result: { matched } });

function currentBill({ bill, lines, result }: MonthBill): CurrentBill {
  const { estimateNanoUsd, steps, coverage, calibration, matched } = result;
  return { bill, billed: billedByLabels(lines), result: { estimateNanoUsd, steps, coverage, calibration, matched } };
}
