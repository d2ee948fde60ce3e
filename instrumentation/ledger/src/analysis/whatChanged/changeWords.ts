/**
 * How a number changed, as a verb: doubled, tripled, halved, rose 38 %, fell 12 %. Empty where it did not change by a
 * percent, or cannot be compared.
 *
 * @example changeWords(2, 6.1) // => 'tripled'
 */
export function changeWords(before: number, after: number): string {
  const ratio = after / before;
  if (!(ratio > 0 && ratio < Infinity) || Math.abs(ratio - 1) < 0.005) {
    return '';
  }
  if (ratio >= 4.5) {
    return `rose ${Math.round(ratio)}-fold`;
  }
  const named = (
    [
      [2, 'doubled'],
      [3, 'tripled'],
      [4, 'quadrupled'],
      [0.5, 'halved'],
    ] as const
  ).find(([times]) => Math.abs(ratio / times - 1) < 0.1);
  return named ? named[1] : `${ratio > 1 ? 'rose' : 'fell'} ${Math.max(1, Math.round(Math.abs(ratio - 1) * 100))} %`;
}
