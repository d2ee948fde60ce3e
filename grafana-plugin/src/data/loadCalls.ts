import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Call } from './call.ts';
import type { CallParams } from './callParams.ts';
import { listIn } from './listIn.ts';

interface CallPage {
  readonly calls: readonly Call[];
  /** The cursor of the next page; undefined on the last one. */
  readonly next: string | undefined;
}

interface Asked {
  readonly sort: 'cost' | 'time';
  readonly isAscending: boolean;
  readonly cursor: string | undefined;
}

const PAGE = '50';

/** One page of calls, in the ledger's order. Rejects only when `signal` aborts it. */
export async function loadCalls(
  params: CallParams,
  { sort, isAscending, cursor }: Asked,
  signal?: AbortSignal
): Promise<LedgerAnswer<CallPage>> {
  const order = { sort, order: isAscending ? 'asc' : 'desc', limit: PAGE, ...(cursor !== undefined && { cursor }) };
  const answer = await askLedger('calls', { ...params, ...order }, signal);
  const calls = listIn<Call>(answer, 'calls');
  const next = answer.kind === 'value' ? (answer.value as { next?: string | null }).next : undefined;
  return calls.kind === 'value' ? { kind: 'value', value: { calls: calls.value, next: next ?? undefined } } : calls;
}
