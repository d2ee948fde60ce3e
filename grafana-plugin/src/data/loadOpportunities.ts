import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Opportunities } from './opportunity.ts';

/** What could be saved next. */
export async function loadOpportunities(signal?: AbortSignal): Promise<LedgerAnswer<Opportunities>> {
  const answer = await askLedger('opportunities', {}, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<Opportunities> | null;
  return Array.isArray(value?.opportunities) && value.total
    ? { kind: 'value', value: value as Opportunities }
    : { kind: 'failed', words: 'the ledger’s answer holds no list of opportunities' };
}
