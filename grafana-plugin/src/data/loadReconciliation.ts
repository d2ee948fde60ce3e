import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';
import type { MonthReconciliation } from './reconciliation.ts';
import type { Signoff } from './signoff.ts';

export interface ReconciledMonth extends MonthReconciliation {
  /** By provider. */
  readonly signoffs: ReadonlyMap<string, Signoff>;
}

/** As many as the ledger answers at once: eight years of five providers. */
const MOST_SIGNED = '500';

/** A month's bills against the books, and who signed them. */
export async function loadReconciliation(month: string, signal?: AbortSignal): Promise<LedgerAnswer<ReconciledMonth>> {
  const [answer, signed] = await Promise.all([
    askLedger('reconciliation', { month }, signal),
    askLedger('signoffs', { limit: MOST_SIGNED }, signal),
  ]);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<MonthReconciliation> | null;
  if (!Array.isArray(value?.providers) || !Array.isArray(value.withoutBill)) {
    return { kind: 'failed', words: 'the ledger’s answer holds no list of providers' };
  }
  const signoffs = listIn<Signoff>(signed, 'signoffs');
  if (signoffs.kind !== 'value') {
    // A month that is signed must not look as if it could be.
    return signoffs;
  }
  const own = signoffs.value.filter(({ record }) => record.month === month);
  return {
    kind: 'value',
    value: { ...(value as MonthReconciliation), signoffs: new Map(own.map((one) => [one.record.provider, one])) },
  };
}
