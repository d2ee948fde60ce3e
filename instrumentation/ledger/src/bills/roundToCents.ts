const CENT = 10_000_000n;

/** Nano-USD as whole cents, halves up: 5,000,000 is a cent, -5,000,000 none. */
export function roundToCents(nano: bigint): bigint {
  const shifted = nano + CENT / 2n;
  return shifted >= 0n ? shifted / CENT : -((-shifted + CENT - 1n) / CENT);
}
