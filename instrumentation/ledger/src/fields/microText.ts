/**
 * Microseconds since the epoch as ISO 8601, all six places.
 *
 * @example microText(1_763_812_800_000_001) // => '2025-11-22T12:00:00.000001Z'
 */
export function microText(us: number): string {
  const ms = Math.floor(us / 1_000);
  return `${new Date(ms).toISOString().slice(0, -1)}${String(us - ms * 1_000).padStart(3, '0')}Z`;
}
