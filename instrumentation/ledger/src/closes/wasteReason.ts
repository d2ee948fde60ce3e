import type { BookRow } from '../store/bookRow.ts';

/**
 * What a call's cost was wasted on, or undefined. Each call has one reason at most, so that the reasons add up: a
 * repeated attempt is `retry` however it ended.
 */
export function wasteReason(row: Pick<BookRow, 'retry' | 'status'>): 'retry' | 'failed' | 'aborted' | undefined {
  if (row.retry) {
    return 'retry';
  }
  if (row.status === 'aborted') {
    return 'aborted';
  }
  return row.status === 'ok' ? undefined : 'failed';
}
