/** How many days the UTC month of `at` (ms) has. */
export function monthLength(at: number): number {
  const date = new Date(at);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}
