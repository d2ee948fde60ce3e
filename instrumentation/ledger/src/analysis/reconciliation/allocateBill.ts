/** A name and what the books say it cost, nano-USD. */
export interface Weight {
  readonly name: string;
  readonly nanoUsd: bigint;
}

export interface Allocated {
  readonly name: string;
  /** Whole cents. */
  readonly cents: bigint;
}

/**
 * Shares a bill by the books' cost, by largest remainder, so that the shares are whole cents and add up to the bill to
 * the cent: $1.00 over three equal names is 34, 33 and 33 cents. Nothing to share by: all of it is `unallocated`.
 *
 * @param billCents what is charged, whole cents; below 0 for a credit
 * @param weights names are unique; those that cost nothing get nothing
 */
export function allocateBill(billCents: bigint, weights: readonly Weight[]): readonly Allocated[] {
  const paying = weights.filter(({ nanoUsd }) => nanoUsd > 0n);
  const total = paying.reduce((sum, { nanoUsd }) => sum + nanoUsd, 0n);
  if (total === 0n) {
    return billCents === 0n ? [] : [{ name: 'unallocated', cents: billCents }];
  }
  const sign = billCents < 0n ? -1n : 1n;
  const size = billCents * sign;
  const shares = paying.map(({ name, nanoUsd }) => ({
    name,
    cents: (size * nanoUsd) / total,
    rest: (size * nanoUsd) % total,
  }));
  let left = size - shares.reduce((sum, { cents }) => sum + cents, 0n);
  // Equal remainders by name, so that the file is always the same.
  const ranked = [...shares].sort((a, b) =>
    a.rest === b.rest ? (a.name < b.name ? -1 : 1) : a.rest > b.rest ? -1 : 1
  );
  for (const share of ranked) {
    if (left === 0n) {
      break;
    }
    share.cents += 1n;
    left -= 1n;
  }
  return shares.map(({ name, cents }) => ({ name, cents: cents * sign }));
}
