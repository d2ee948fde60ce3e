/** Scores of one day: their sum and number. */
export interface QualityDay {
  readonly day: number;
  readonly sum: number;
  readonly count: number;
}

/** What has to hold: a mean score of at least, or a turnaround of at most, `value`. */
export interface QualityBar {
  readonly value: number;
  readonly side: 'at_least' | 'at_most';
}

export interface QualityComparison {
  /** `flip_back`: the bar is broken beyond doubt; `watch`: broken so far; `unknown`: too few scores since. */
  readonly state: 'keep' | 'watch' | 'flip_back' | 'unknown';
  readonly before: number | null;
  readonly after: number | null;
  readonly scores: number;
  readonly evidence: string;
}

interface Judged {
  readonly what: string;
  /** After a value, such as ` h`. */
  readonly unit: string;
  /** It takes so many, on so many days, to say anything. */
  readonly least: number;
}

const SCORES: Judged = { what: 'scores', unit: '', least: 20 };
const LEAST_DAYS = 3;
/** One-sided 99 %: it is read daily. */
const Z = 2.33;

/**
 * Quality before and after an event against a bar. Flips back only where the mean since, less its own uncertainty, is on
 * the wrong side; uncertainty from how far days differ (a day's scores hang together), each weighted by its scores.
 *
 * @param fullDay the first day that the event was in force
 * @param judged what is counted, as the evidence names it
 */
export function compareQuality(
  days: readonly QualityDay[],
  fullDay: number,
  { value, side }: QualityBar,
  { what, unit, least }: Judged = SCORES
): QualityComparison {
  const scored = days.filter(({ count }) => count > 0);
  const before = meanOf(scored.filter(({ day }) => day < fullDay));
  const since = scored.filter(({ day }) => day >= fullDay);
  const after = meanOf(since);
  const scores = since.reduce((sum, { count }) => sum + count, 0);
  const told = { before, after, scores };
  if (after === null || scores < least || since.length < LEAST_DAYS) {
    const evidence = `${scores} ${what} on ${since.length} days since; it takes ${least} on ${LEAST_DAYS}.`;
    return { ...told, state: 'unknown', evidence };
  }
  const squares = since.reduce(
    (sum, { sum: total, count }) => sum + (count / scores) ** 2 * (total / count - after) ** 2,
    0
  );
  const se = Math.sqrt((squares * since.length) / (since.length - 1));
  const short = side === 'at_least' ? value - after : after - value;
  const state = short <= 0 ? 'keep' : short > Z * se ? 'flip_back' : 'watch';
  const was = before === null ? '' : `${before.toPrecision(3)} → `;
  const evidence = `${was}${after.toPrecision(3)}${unit} (± ${(Z * se).toPrecision(2)}) over ${scores} ${what}, bar ${side === 'at_least' ? '≥' : '≤'} ${value}${unit}.`;
  return { ...told, state, evidence };
}

function meanOf(days: readonly QualityDay[]): number | null {
  const count = days.reduce((total, day) => total + day.count, 0);
  return count > 0 ? days.reduce((total, day) => total + day.sum, 0) / count : null;
}
