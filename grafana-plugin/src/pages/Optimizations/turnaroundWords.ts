import type { Lever } from '../../data/lever.ts';

const ONE_DIGIT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** How long batches took before and since. @example turnaroundWords({ before: 4.25, after: 6 }) // => '4.3 → 6.0 h' */
export function turnaroundWords({ before, after }: Pick<NonNullable<Lever['turnaround']>, 'before' | 'after'>): string {
  if (after === null) {
    return 'no batch yet';
  }
  return before === null
    ? `${ONE_DIGIT.format(after)} h`
    : `${ONE_DIGIT.format(before)} → ${ONE_DIGIT.format(after)} h`;
}
