/** Random numbers that a seed repeats exactly (mulberry32; normal by Box-Muller). */
export interface Seeded {
  /** Between two numbers, evenly. */
  between(low: number, high: number): number;
  /** Standard normal. */
  normal(): number;
}

export function seeded(seed: number): Seeded {
  let state = seed | 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296 + 1e-12;
  };
  return {
    between: (low, high) => low + (high - low) * uniform(),
    normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()),
  };
}
