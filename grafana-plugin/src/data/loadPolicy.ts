import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Policy } from './policy.ts';

/** Where models are not used as the owners file says. */
export async function loadPolicy(signal?: AbortSignal): Promise<LedgerAnswer<Policy>> {
  const answer = await askLedger('policy', {}, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<Policy> | null;
  return Array.isArray(value?.findings)
    ? { kind: 'value', value: { ...(value as Policy), retirements: value.retirements ?? [] } }
    : { kind: 'failed', words: 'the ledger’s answer holds no list of findings' };
}
