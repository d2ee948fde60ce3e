const DAY_MS = 86_400_000;

/** Start of each UTC day of a time, ms; the end is exclusive. */
export function daysBetween(fromMs: number, toMs: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.round((toMs - fromMs) / DAY_MS)) },
    (_, index) => fromMs + index * DAY_MS
  );
}
