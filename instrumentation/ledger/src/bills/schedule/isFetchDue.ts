import { DAY_MS } from '../../store/eventDay.ts';

const AGAIN_MS = 3_600_000;

/**
 * Whether bills are to be fetched: each day some time after UTC midnight, by when providers know the day before; a day
 * that was missed at once, a failure after an hour.
 *
 * @param afterMidnightMs when in the day
 * @param triedMs when it was last tried, with or without success
 * @param okMs when it last succeeded
 */
export function isFetchDue(
  nowMs: number,
  afterMidnightMs: number,
  last: { readonly triedMs: number | undefined; readonly okMs: number | undefined }
): boolean {
  const dueMs = Math.floor((nowMs - afterMidnightMs) / DAY_MS) * DAY_MS + afterMidnightMs;
  const isAgain = last.triedMs === undefined || nowMs - last.triedMs >= AGAIN_MS || nowMs < last.triedMs;
  return (last.okMs ?? -Infinity) < dueMs && isAgain;
}
