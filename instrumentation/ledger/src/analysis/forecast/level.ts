/** The intervals that are shown, percent. */
export type Level = 80 | 95;

/**
 * Standard errors to each side. Not the normal 1.28 and 1.96: errors over all kinds of series have a sharper top and
 * longer tails, and these cover 80 and 95 % of them (docs/forecast.md).
 */
export const Z: Readonly<Record<Level, number>> = { 80: 1.1, 95: 1.95 };
