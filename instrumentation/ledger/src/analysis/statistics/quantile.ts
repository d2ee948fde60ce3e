/**
 * The value below which a share `p` (0 to 1) of the values lies, interpolated between neighbours (Hyndman and Fan's
 * type 7); NaN where there are none. Order of the values does not matter.
 *
 * @example quantile([4, 1, 3, 2], 0.9) // => 3.7
 */
export function quantile(values: readonly number[], p: number): number {
  if (values.length === 0) {
    return NaN;
  }
  const sorted = Float64Array.from(values).sort();
  const at = (sorted.length - 1) * p;
  const below = Math.floor(at);
  const low = sorted[below] ?? NaN;
  return low + ((sorted[below + 1] ?? low) - low) * (at - below);
}
