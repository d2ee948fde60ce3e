import type { DayBooks } from './dayBooks.ts';

/** One metric of the daily close: how its samples follow from a day's books. */
export interface CloseFamily {
  readonly name: string;
  readonly help: string;
  /** `usd`: sums are nano-USD, shown as exact USD. `score`: sums are millionths. `count`: shown as they are. */
  readonly unit: 'usd' | 'score' | 'count';
  readonly labels: readonly string[];
  collect(day: DayBooks, add: (values: readonly string[], amount: bigint) => void): void;
  /**
   * Whether a series of the days before, absent on this day, closes with an explicit 0; false where the day's value is
   * not 0 but inside `other`.
   */
  closesWithZero?(day: DayBooks, values: readonly string[]): boolean;
}
