/**
 * Rounds parts to integers that add up to `whole`, by largest remainder: each part is rounded to the nearest, and
 * what is missing goes one by one to the parts that lost most; first come first where they are equal. Negated parts of a negated
 * whole come out negated.
 *
 * @param parts finite, their sum about `whole`; what they miss beyond rounding is spread evenly
 * @example roundToSum([1.5, -0.7, 1.2], 2n) // => [2n, -1n, 1n]
 */
export function roundToSum(parts: readonly number[], whole: bigint): bigint[] {
  const rounded = parts.map(nearest);
  const nearer = rounded.map(BigInt);
  const missing = whole - nearer.reduce((sum, part) => sum + part, 0n);
  const count = BigInt(parts.length);
  if (count === 0n) {
    if (whole !== 0n) {
      throw new RangeError(`no parts to add up to ${whole}`);
    }
    return [];
  }
  const step = missing < 0n ? -1n : 1n;
  const each = missing / count;
  const left = Number((missing % count) * step);
  const lost = parts.map((part, index) => (part - (rounded[index] ?? part)) * Number(step));
  const favoured = new Set(
    lost
      .map((_, index) => index)
      .sort((a, b) => (lost[b] ?? 0) - (lost[a] ?? 0) || a - b)
      .slice(0, left)
  );
  return nearer.map((part, index) => part + each + (favoured.has(index) ? step : 0n));
}

/** Halves go away from zero, on both sides of it alike. */
function nearest(part: number): number {
  return Math.sign(part) * Math.round(Math.abs(part));
}
