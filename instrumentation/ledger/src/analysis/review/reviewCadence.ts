const WEEKS = 26;
const WEEK_DAYS = 7;
/** The last day to hold it on, counted from the week's Monday: the Sunday after the week. */
const LAST_DAY = 13;

/** `due`: the time for it is not over yet. `before`: there were no books to review. */
export const CADENCE_STATES = ['held', 'late', 'skipped', 'due', 'before'] as const;

interface CadenceWeek {
  /** Its Monday, as days since the epoch. */
  readonly monday: number;
  readonly state: (typeof CADENCE_STATES)[number];
}

export interface ReviewCadence {
  /** The 26 weeks up to the one asked for, oldest first. */
  readonly weeks: readonly CadenceWeek[];
  /** Those held, late ones too. */
  readonly held: number;
  /** Those that could have been held by now: without those that are due or before the books. */
  readonly expected: number;
  /** How many in a row were skipped up to now; one that is due does not end the row. */
  readonly skippedInARow: number;
}

/**
 * Whether weeks were reviewed: a review is held in its week or the one after, and late from then on.
 *
 * @param heldOn the day each review was held on, by the Monday of its week; only of closed ones
 * @param lastMonday the Monday of the newest week to show
 * @param firstDay the first day in the books; undefined where there is none
 * @example week of 16 November, a Monday: held through 29 November, late from the 30th, skipped on the 30th without one
 */
export function reviewCadence(
  heldOn: ReadonlyMap<number, number>,
  { lastMonday, firstDay, today }: { lastMonday: number; firstDay: number | undefined; today: number }
): ReviewCadence {
  const stateOf = (monday: number): CadenceWeek['state'] => {
    const day = heldOn.get(monday);
    if (day !== undefined) {
      return day <= monday + LAST_DAY ? 'held' : 'late';
    }
    if (firstDay === undefined || monday + WEEK_DAYS <= firstDay) {
      return 'before';
    }
    return today <= monday + LAST_DAY ? 'due' : 'skipped';
  };
  const weeks = Array.from({ length: WEEKS }, (_, index) => {
    const monday = lastMonday - WEEK_DAYS * (WEEKS - 1 - index);
    return { monday, state: stateOf(monday) };
  });
  const past = weeks.filter(({ state }) => state !== 'due');
  const lastNotSkipped = past.findLastIndex(({ state }) => state !== 'skipped');
  return {
    weeks,
    held: weeks.filter(({ state }) => state === 'held' || state === 'late').length,
    expected: past.filter(({ state }) => state !== 'before').length,
    skippedInARow: past.length - 1 - lastNotSkipped,
  };
}
