import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';

/** Months that any bill was imported for, the newest first. */
export async function loadBillMonths(signal?: AbortSignal): Promise<LedgerAnswer<readonly string[]>> {
  const revisions = listIn<{ readonly month: string }>(await askLedger('bills', {}, signal), 'revisions');
  return revisions.kind === 'value'
    ? { kind: 'value', value: [...new Set(revisions.value.map(({ month }) => month))].sort().reverse() }
    : revisions;
}
