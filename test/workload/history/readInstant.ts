/**
 * An instant given on the command line: `2026-11-22` (its first moment, or its last with `end`) or
 * `2026-11-22T10:30:00Z`.
 *
 * @throws Error naming what was given
 */
export function readInstant(text: string, edge: 'start' | 'end'): number {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const ms = Date.parse(isDay ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(ms)) {
    throw new Error(`"${text}" is neither a day (2026-11-22) nor an instant (2026-11-22T10:30:00Z)`);
  }
  return isDay && edge === 'end' ? ms + 86_400_000 - 1 : ms;
}
