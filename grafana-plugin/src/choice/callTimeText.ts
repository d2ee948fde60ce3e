import { CALL_TIMES, type CallTime } from './callTime.ts';
import { readPeriod, writePeriod } from './periodText.ts';

/** A time as the URL holds it: its name, or `2026-11-01..2026-11-20`. */
export const writeCallTime = (time: CallTime): string => (typeof time === 'string' ? time : writePeriod(time));

/** undefined: not a time. */
export function readCallTime(text: string): CallTime | undefined {
  const days = readPeriod(text);
  return typeof days === 'object' ? days : CALL_TIMES.find((name) => name === text);
}
