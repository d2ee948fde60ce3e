import type { CallPlace } from '../questions/callPlace.ts';
import type { CallRow } from '../questions/callRow.ts';
import { ApiRefusal } from './apiRefusal.ts';

/** The cursor that goes on after a call. */
export function callCursor(sort: CallPlace['sort'], { costNanoUsd, startUs, traceId, spanId }: CallRow): string {
  return `${sort}.${costNanoUsd ?? -1}.${startUs}.${traceId}${spanId}`;
}

/** @throws ApiRefusal where it is none, or of another order */
export function readCallCursor(sort: CallPlace['sort'], cursor: string): CallPlace {
  const [, of, value, startUs, key] = /^(cost|time)\.(-1|\d{1,18})\.(\d{1,16})\.([0-9a-f]{48})$/.exec(cursor) ?? [];
  if (of !== sort || value === undefined || key === undefined) {
    throw new ApiRefusal(400, 'cursor: give the next of a page that was sorted alike', { field: 'cursor' });
  }
  return { sort, value: BigInt(value), startUs: Number(startUs), key };
}
