/** CSS pixels: a character of a label (12 px, tabular figures), and the air between two labels. */
const CHARACTER = 7;
const AIR = 8;

/**
 * Every how manyth label stands under the bars, so that none meets the next: 1 where all have room, and while the width
 * is not known (0). Width in CSS pixels, of all bars together: 16 bars on 812 px have 50.75 each, `≤ $0.0001` needs
 * 9 · 7 + 8 = 71, so every second label stands.
 */
export function labelStep(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map(({ length }) => length)) * CHARACTER + AIR;
  return width === 0 || labels.length === 0 ? 1 : Math.ceil(longest / (width / labels.length));
}
