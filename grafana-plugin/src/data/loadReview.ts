import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { Review } from './review.ts';

/** The review of a week; of the last whole one where none is said. */
export async function loadReview(week: string, signal?: AbortSignal): Promise<LedgerAnswer<Review>> {
  const answer = await askLedger('review', week === '' ? {} : { week }, signal);
  if (answer.kind !== 'value') {
    return answer;
  }
  const value = answer.value as Partial<Review> | null;
  return Array.isArray(value?.decisions) && Array.isArray(value.agenda) && value.cadence
    ? { kind: 'value', value: value as Review }
    : { kind: 'failed', words: 'the ledger’s answer holds no review' };
}
