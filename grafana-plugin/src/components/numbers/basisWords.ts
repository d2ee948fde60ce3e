import { billOf } from '../../queries/billOf.ts';
import type { Calibration } from '../../queries/calibration.ts';
import { monthsOf } from '../../queries/monthsOf.ts';
import { monthWords } from './monthWords.ts';

/** Months that a mark has room for, one by one. */
const MOST_NAMED = 6;

/**
 * By which bills a number is calibrated: `calibrated, bill of October 2026`, `calibrated, bills of Dec 2025, Feb, Mar 2026`,
 * `calibrated, bills of 12 months, Dec 2025 to Nov 2026`.
 *
 * @param days closed days it is of, starts in ms; left out: the newest bills
 */
export function basisWords(
  calibration: readonly Calibration[],
  days?: { readonly firstDay: number; readonly lastDay: number }
): string {
  const used = days
    ? monthsOf(days.firstDay, days.lastDay).flatMap(({ month }) => calibration.map((one) => billOf(one, month).month))
    : calibration.map(({ month }) => month);
  const [first, ...others] = [...new Set(used)].toSorted();
  return first === undefined
    ? 'estimate'
    : others.length === 0
      ? `calibrated, bill of ${monthWords(first)}`
      : others.length < MOST_NAMED
        ? `calibrated, bills of ${[first, ...others].map(shortWords).join(', ')}`
        : `calibrated, bills of ${others.length + 1} months, ${[first, others.at(-1) ?? first].map((month) => shortWords(month, 0, [])).join(' to ')}`;
}

/** The year stands at its last month only. */
function shortWords(month: string, index: number, all: readonly string[]): string {
  const [year] = month.split('-');
  const name = new Date(`${month}-01`).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
  return all[index + 1]?.startsWith(`${year}-`) ? name : `${name} ${year}`;
}
