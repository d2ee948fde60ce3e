/**
 * Splits a whole by weights so that the parts add up to it exactly: each gets its share rounded down, and what is left
 * goes one by one to the largest remainders, first come first where they are equal.
 *
 * @example apportion(10n, [1n, 1n, 1n]) // => [4n, 3n, 3n]
 * @param weights non-negative, not all 0
 */
export function apportion(whole: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n);
  const parts = weights.map((weight) => (whole * weight) / sum);
  const left = Number(whole - parts.reduce((total, part) => total + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (whole * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  const favoured = new Set(byRemainder.slice(0, left).map(({ index }) => index));
  return parts.map((part, index) => (favoured.has(index) ? part + 1n : part));
}
