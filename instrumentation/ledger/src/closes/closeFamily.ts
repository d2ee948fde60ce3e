import type { DayBooks } from './dayBooks.ts';

/** Takes one amount of a family: the label values in the order of its labels. */
type AddAmount = (values: readonly string[], amount: bigint) => void;

/** One metric of the daily close: how its samples follow from a day's books. */
export interface CloseFamily {
  readonly name: string;
  readonly help: string;
  /** `usd`: sums are nano-USD, shown as exact USD. `score`: sums are millionths. `seconds`: sums are ms. `count`: shown as they are. */
  readonly unit: 'usd' | 'score' | 'seconds' | 'count';
  readonly labels: readonly string[];
  collect(day: DayBooks, add: AddAmount): void;
  /**
   * Whether a series of the days before, absent on this day, closes with an explicit 0; false where the day's value is
   * not 0 but inside `other`.
   */
  closesWithZero?(day: DayBooks, values: readonly string[]): boolean;
}

/** A family that needs the day and the labels, and nothing that is booked: what it says comes from elsewhere. */
export interface FamilyBeside extends Omit<CloseFamily, 'collect' | 'closesWithZero'> {
  collect(day: Pick<DayBooks, 'day' | 'labels'>, add: AddAmount): void;
}
