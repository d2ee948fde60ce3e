/**
 * Where the bar of each step begins and how long it is, as shares of the width: each begins where the one before ended.
 *
 * @param levels what is reached, from the start on
 * @param bottom where the width begins, in their unit
 */
export function placeSteps(
  levels: readonly number[],
  bottom: number,
  width: number
): readonly { readonly start: number; readonly length: number }[] {
  return levels.slice(1).map((to, index) => {
    const from = levels[index] ?? 0;
    return { start: (Math.min(from, to) - bottom) / width, length: Math.abs(to - from) / width };
  });
}
