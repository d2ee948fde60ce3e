import { setImmediate } from 'node:timers/promises';
import type { BillBooks } from './billBooks.ts';
import { billedByLabels } from './billedByLabels.ts';
import type { CurrentBill } from './currentBill.ts';
import type { EstimateBooks } from './estimateBooks.ts';
import { estimatesDigest } from './estimatesDigest.ts';
import { reconcileMonth } from './reconcileMonth.ts';

export interface Reconciler {
  /** Reconciles the newest months again, where they changed. */
  refresh(): Promise<void>;
  /** As of the last refresh. */
  current(): readonly CurrentBill[];
}

/** A month that was held against the books, and by what. */
interface Known {
  readonly booksVersion: number;
  readonly revisions: string;
  readonly estimates: string;
  readonly reconciled: readonly CurrentBill[];
}

/** Months older than this many that have a bill are not on `/metrics`. */
const KEPT_MONTHS = 6;

/**
 * Keeps what `/metrics` says of bills. A month changes where a bill of it has a newer revision, or where the books say
 * something else of it; no other is reconciled again. Who asks something meanwhile gets a turn between months.
 */
export function createReconciler(
  bills: Pick<BillBooks, 'newest' | 'lines'>,
  books: Pick<EstimateBooks, 'estimates' | 'version'>,
  isStopped: () => boolean
): Reconciler {
  const known = new Map<string, Known>();

  function look(month: string): Known {
    const was = known.get(month);
    const booksVersion = books.version();
    const revisions = bills
      .newest(month)
      .map(({ id }) => id)
      .join(' ');
    if (was?.booksVersion === booksVersion && was.revisions === revisions) {
      return was;
    }
    const found = books.estimates(month);
    const estimates = estimatesDigest(found);
    if (was?.estimates === estimates && was.revisions === revisions) {
      return { ...was, booksVersion };
    }
    const reconciled = reconcileMonth(month, bills, found).bills.map(({ bill, lines, result }) => {
      const { estimateNanoUsd, steps, coverage, calibration, matched } = result;
      return {
        bill,
        billed: billedByLabels(lines),
        result: { estimateNanoUsd, steps, coverage, calibration, matched },
      };
    });
    return { booksVersion, revisions, estimates, reconciled };
  }

  return {
    async refresh() {
      const months = [...new Set(bills.newest().map((bill) => bill.month))].slice(-KEPT_MONTHS);
      for (const month of months) {
        if (isStopped()) {
          return;
        }
        known.set(month, look(month));
        await setImmediate();
      }
      [...known.keys()].filter((month) => !months.includes(month)).forEach((month) => known.delete(month));
    },
    current: () => [...known.values()].flatMap(({ reconciled }) => reconciled),
  };
}
