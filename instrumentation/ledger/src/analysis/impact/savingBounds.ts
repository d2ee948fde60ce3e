/** What a function of the effects is worth, and its bounds. */
export interface Bounded {
  readonly usd: number;
  readonly low: number;
  readonly high: number;
}

const STEP = 1e-5;

/**
 * Bounds of a function of jointly normal effects: its value at the two points of the `width`-ellipsoid that lie in the
 * direction it changes most. Of one effect it is the function at the ends of the interval, exactly.
 *
 * @param width standard errors to each side
 */
export function savingBounds(
  saving: (effects: readonly number[]) => number,
  effects: readonly number[],
  covariance: readonly (readonly number[])[],
  width: number
): Bounded {
  const at = (index: number, step: number) =>
    saving(effects.map((effect, other) => (other === index ? effect + step : effect)));
  const gradient = effects.map((_, index) => (at(index, STEP) - at(index, -STEP)) / (2 * STEP));
  const along = covariance.map((row) => row.reduce((sum, value, index) => sum + value * (gradient[index] ?? 0), 0));
  const deviation = Math.sqrt(along.reduce((sum, value, index) => sum + value * (gradient[index] ?? 0), 0));
  const ends = [-1, 1].map((side) =>
    deviation > 0
      ? saving(effects.map((effect, index) => effect + (side * width * (along[index] ?? 0)) / deviation))
      : saving(effects)
  );
  return { usd: saving(effects), low: Math.min(...ends), high: Math.max(...ends) };
}
