/** To a thousandth of the factor, so that it stays a whole number. */
export const scaled = (value: bigint, factor: number): bigint => (value * BigInt(Math.round(factor * 1_000))) / 1_000n;
