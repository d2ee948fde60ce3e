import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { CallWorking } from './callWorking.ts';
import { readCallKey } from './callKey.ts';

/** A call with the working of its price. Rejects only when `signal` aborts it. */
export async function loadCall(key: string, signal?: AbortSignal): Promise<LedgerAnswer<CallWorking>> {
  const params = readCallKey(key);
  return params ? ((await askLedger('call', params, signal)) as LedgerAnswer<CallWorking>) : { kind: 'absent' };
}
