import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Levers } from './lever.ts';

/** Every recorded optimization and what it did. */
export async function loadLevers(signal?: AbortSignal): Promise<LedgerAnswer<Levers>> {
  const answer = await askLedger('levers', {}, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<Levers> | null;
  return Array.isArray(value?.levers) && value.saved && value.annual
    ? { kind: 'value', value: value as Levers }
    : { kind: 'failed', words: 'the ledger’s answer holds no list of levers' };
}
