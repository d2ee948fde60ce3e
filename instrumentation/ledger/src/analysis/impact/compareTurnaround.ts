import { compareQuality, type QualityComparison, type QualityDay } from './compareQuality.ts';

/** How long batches took, mean hours from handing in to done. */
export interface TurnaroundComparison extends Omit<QualityComparison, 'scores'> {
  /** Batches since. */
  readonly jobs: number;
  /** Hours. */
  readonly bar: number | null;
}

/** Batches are fewer than scores, and each says much: a handful will do. */
const BATCHES = { what: 'batches', unit: ' h', least: 5 };

/**
 * Turnaround of batches before and after an event against its bar, by the rule for quality: it flips back only where the
 * mean since, less its own uncertainty, is over the bar. Without a bar only what it was before and is since.
 *
 * @param days hours and number of the batches that were done on a day
 * @param bar hours
 */
export function compareTurnaround(
  days: readonly QualityDay[],
  fullDay: number,
  bar: number | undefined
): TurnaroundComparison {
  const { scores: jobs, ...compared } = compareQuality(
    days,
    fullDay,
    { value: bar ?? Infinity, side: 'at_most' },
    BATCHES
  );
  return bar === undefined
    ? { ...compared, jobs, bar: null, state: 'unknown', evidence: NO_BAR }
    : { ...compared, jobs, bar };
}

const NO_BAR =
  'No bar for its turnaround: record turnaroundBarHours with it, or batchTurnaroundHours of its feature in the owners file.';
