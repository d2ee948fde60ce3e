/** Ratios are in units of it. */
const ONE = 10n ** 12n;

/**
 * A cost times what its provider's bill says, nano-USD, rounded half away from zero.
 *
 * @param ratio in units of 10⁻¹²; undefined: no bill says anything, the estimate stays
 * @example calibratedCost(1_000_000_000n, 1_025_000_000_000n) // => 1_025_000_000n
 */
export function calibratedCost(nanoUsd: bigint, ratio: bigint | undefined): bigint {
  if (ratio === undefined) {
    return nanoUsd;
  }
  const product = nanoUsd * ratio;
  const half = product < 0n ? -ONE / 2n : ONE / 2n;
  return (product + half) / ONE;
}
