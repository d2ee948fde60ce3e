const BEFORE_DAYS = 28;

/**
 * The days an incident is compared with: of the 28 before it those of the same weekdays, so that a Tuesday stands
 * against Tuesdays; from a week on, all of them.
 *
 * @param first the incident's first day, `last` its last, as whole days
 * @param oldest the first day with history
 * @example usualDays(40, 40, 0) // => [12, 19, 26, 33]
 */
export function usualDays(first: number, last: number, oldest: number): number[] {
  const weekdays = new Set(Array.from({ length: last - first + 1 }, (_, index) => (first + index) % 7));
  const days = Array.from({ length: BEFORE_DAYS }, (_, index) => first - BEFORE_DAYS + index);
  return days.filter((day) => day >= oldest && weekdays.has(((day % 7) + 7) % 7));
}
