import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { EventEntry, LeverDetail } from './lever.ts';

/** One recorded optimization, the days of its scope, and every entry of its record. */
export async function loadLever(id: string, signal?: AbortSignal): Promise<LedgerAnswer<LeverDetail>> {
  const [lever, history] = await Promise.all([
    askLedger('lever', { id }, signal),
    askLedger('events', { id, history: '1' }, signal),
  ]);
  if (lever.kind !== 'value') {
    return lever;
  }
  const value = lever.value as Partial<LeverDetail> | null;
  const { events } = (history.kind === 'value' ? history.value : {}) as { events?: readonly EventEntry[] };
  return value?.impact && value.event && Array.isArray(value.days)
    ? { kind: 'value', value: { ...(value as LeverDetail), history: events ?? [value.event] } }
    : { kind: 'failed', words: 'the ledger’s answer holds no lever' };
}
