/** A loss may have begun in the quarter before; a week more, so that its first day has one behind it. */
const HISTORY_DAYS = 97;

/**
 * The first day that is looked at to say since when something loses money: by the last day of a period, so that whoever asks
 * of the same days hears the same.
 *
 * @example of 24 October to 22 November: 18 August, 97 days up to the last
 */
export const firstLookedAt = (from: number, to: number): number => Math.min(from, to - HISTORY_DAYS + 1);
