import type { BillRevision } from '../billBooks.ts';

/**
 * The month that runs, and before it the one before, until that is final: from then on only an import changes it.
 *
 * @param newest the newest revision of each of the provider's months
 */
export function monthsToFetch(nowMs: number, newest: readonly Pick<BillRevision, 'month' | 'state'>[]): string[] {
  const now = new Date(nowMs);
  const [current = '', previous = ''] = [0, 1].map((back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
  );
  const isSettled = newest.some(({ month, state }) => month === previous && state === 'final');
  return isSettled ? [current] : [previous, current];
}
