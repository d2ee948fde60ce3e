/**
 * Output tokens generated when `sent` of `pieces` equal pieces are out. All of them only with the last piece: counts in
 * between are rounded down, and never below what `atLeast` says was generated before.
 */
export function generatedAfter(sent: number, pieces: number, total: number, atLeast: number): number {
  return pieces === 0 ? total : Math.max(atLeast, Math.floor((total * sent) / pieces));
}
