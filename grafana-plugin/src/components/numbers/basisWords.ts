import type { Calibration } from '../../queries/calibration.ts';
import { monthWords } from './monthWords.ts';

/** What a number rests on: `estimate`, `calibrated, bill of October 2026`, `calibrated, bills of August 2026 to October 2026`. */
export function basisWords(calibration: readonly Calibration[] | undefined): string {
  const months = (calibration ?? []).map(({ month }) => month).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) {
    return 'estimate';
  }
  return first === last
    ? `calibrated, bill of ${monthWords(first)}`
    : `calibrated, bills of ${monthWords(first)} to ${monthWords(last)}`;
}
