/** @example dayName(20779) // => '2026-11-22' */
export function dayName(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
