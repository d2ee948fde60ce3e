import { BillBooks } from './billBooks.ts';

export interface BillsVerdict {
  readonly revisions: number;
  /** In words; none where all is right. */
  readonly differences: readonly string[];
}

/**
 * Reads bills whole, beside whoever writes them: every revision has to have the lines it was imported with.
 *
 * @throws Error where the file is no bills
 */
export function verifyBills(path: string): BillsVerdict {
  const bills = new BillBooks(path, { readOnly: true });
  try {
    // Also where a ledger that starts is just making the file.
    const revisions = bills.isBlank() ? [] : bills.revisions();
    const wrong = revisions.filter((revision) => !bills.isWhole(revision));
    return {
      revisions: revisions.length,
      differences: wrong.map(
        ({ month, provider, id }) => `bill of ${provider}, ${month}, revision ${id}: its lines are others`
      ),
    };
  } finally {
    bills.close();
  }
}
