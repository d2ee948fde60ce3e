/**
 * PromQL: by how much counters rose in `window`. `increase()` alone passes over the first value of a series, which for a
 * counter of rare mishaps is the whole message: a series that is new in the window counts from 0.
 */
export function newOrRising(counter: string, by: readonly string[], window: string): string {
  const labels = by.join(', ');
  return `(
  sum by (${labels}) (${counter} unless ${counter} offset ${window})
  or sum by (${labels}) (increase(${counter}[${window}]))
) > 0`;
}
