import type { CapturedCall } from '../../../instrumentation/library/src/capture/index.ts';

const MINUTE = 60_000;
/** What is written in these hours goes into one batch. */
const WINDOW = 120 * MINUTE;

/**
 * The batch that a call of the history was in: handed in an hour before its window, done up to five hours after it, the
 * same each time.
 *
 * @param startMs when the answer was made
 */
export function batchOf(startMs: number): NonNullable<CapturedCall['batch']> {
  const window = Math.floor(startMs / WINDOW);
  const late = ((window * 7919) % 11) * 30 * MINUTE;
  return { submittedMs: window * WINDOW - 60 * MINUTE, finishedMs: (window + 1) * WINDOW + late };
}
