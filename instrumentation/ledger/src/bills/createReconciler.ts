import { setImmediate } from 'node:timers/promises';
import type { BillBooks } from './billBooks.ts';
import { billedByLabels } from './billedByLabels.ts';
import type { CurrentBill } from './currentBill.ts';
import type { EstimateBooks } from './estimateBooks.ts';
import { estimatesDigest } from './estimatesDigest.ts';
import { reconcileMonth } from './reconcileMonth.ts';

interface ReconcilerEvents {
  /** A month is other than it was told last. */
  reconciled(month: string, bills: readonly CurrentBill[]): void;
  /** The months that count: what was told of others is past. */
  months(months: readonly string[]): void;
  /** No further month is wanted. */
  isStopped(): boolean;
}

/** A month that was held against the books, and by what. */
interface Known {
  readonly booksVersion: number;
  readonly revisions: string;
  readonly estimates: string;
}

/** Months older than this many that have a bill are not on `/metrics`. */
const KEPT_MONTHS = 6;

/**
 * Reconciles the newest months, for `/metrics`: each time it is called those that changed since, which is where a bill has
 * a newer revision, or the books say something else of its month. What asks meanwhile gets its turn between months.
 */
export function createReconciler(
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  books: Pick<EstimateBooks, 'estimates' | 'version'>,
  events: ReconcilerEvents
): () => Promise<void> {
  const known = new Map<string, Known>();

  function look(month: string): void {
    const was = known.get(month);
    const booksVersion = books.version();
    const revisions = bills
      .newest(month)
      .map(({ id }) => id)
      .join(' ');
    if (was?.booksVersion === booksVersion && was.revisions === revisions) {
      return;
    }
    const found = books.estimates(month);
    const estimates = estimatesDigest(found);
    if (was?.estimates !== estimates || was.revisions !== revisions) {
      const reconciled = reconcileMonth(month, bills, found).bills;
      events.reconciled(
        month,
        reconciled.map(({ bill, lines, result: { estimateNanoUsd, steps, coverage, calibration, matched } }) => ({
          bill,
          billed: billedByLabels(lines),
          result: { estimateNanoUsd, steps, coverage, calibration, matched },
        }))
      );
    }
    known.set(month, { booksVersion, revisions, estimates });
  }

  return async () => {
    const months = [...new Set(bills.newest().map((bill) => bill.month))].slice(-KEPT_MONTHS);
    for (const month of months) {
      if (events.isStopped()) {
        return;
      }
      look(month);
      await setImmediate();
    }
    [...known.keys()].filter((month) => !months.includes(month)).forEach((month) => known.delete(month));
    events.months(months);
  };
}
