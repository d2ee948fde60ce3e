/** A day of the books: 24 h of UTC, so no day is longer or shorter than another. */
export const DAY_MS = 86_400_000;
