/**
 * Splits what a value gains when every one of some factors goes from before to after, so that the parts add up to the
 * gain and no order of the factors is preferred: each factor's part is its gain averaged over all orders,
 * part_k = Σ over sets S without k of |S|! (n−1−|S|)! / n! × (F(S ∪ k) − F(S)). With before and after swapped every part
 * changes its sign, to the last bit, because a set is added together with the one it swaps with.
 *
 * @param factors n, at most 10: F is asked 2ⁿ times
 * @param value F of a set of factors that stand at after, as bits
 * @example shapley(2, (set) => (set & 1 ? 12 : 10) * (set & 2 ? 2 : 1)) // => [3, 11]
 */
export function shapley(factors: number, value: (after: number) => number): number[] {
  const all = 2 ** factors - 1;
  const values = new Float64Array(all + 1);
  for (let set = 0; set <= all; set += 1) {
    values[set] = value(set);
  }
  const weights = weightsOf(factors);
  const parts = new Array<number>(factors).fill(0);
  for (let factor = 0; factor < factors; factor += 1) {
    const bit = 1 << factor;
    let part = 0;
    for (let set = 0; set <= all; set += 1) {
      const swapped = all & ~bit & ~set;
      if (!(set & bit) && set < swapped) {
        const gains =
          (values[set | bit] ?? NaN) -
          (values[set] ?? NaN) +
          ((values[swapped | bit] ?? NaN) - (values[swapped] ?? NaN));
        part += (weights[size(set)] ?? NaN) * gains;
      }
    }
    parts[factor] = factors === 1 ? (values[1] ?? NaN) - (values[0] ?? NaN) : part;
  }
  return parts;
}

/** |S|! (n−1−|S|)! / n! by |S|; the same for a set and the one it swaps with. */
function weightsOf(factors: number): number[] {
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  return Array.from({ length: factors }, (_, n) => (factorial(n) * factorial(factors - 1 - n)) / factorial(factors));
}

function size(set: number): number {
  let bits = 0;
  for (let rest = set; rest > 0; rest >>= 1) {
    bits += rest & 1;
  }
  return bits;
}
