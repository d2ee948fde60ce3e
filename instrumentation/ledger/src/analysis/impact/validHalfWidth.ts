/** Prior standard deviation of an effect, log points: most levers move a cost by less than 20 %. */
const TAU = 0.1;
const ALPHA = 0.05;

/**
 * Half-width of an interval that holds at all looks together, however often somebody looks (normal mixture, Robbins):
 * `se √((se² + τ²)/τ² (2 ln 1/α + ln((se² + τ²)/se²)))`. Worked: se .03 → .091, where a single look has .059.
 */
export function validHalfWidth(se: number): number {
  const both = se * se + TAU * TAU;
  return se * Math.sqrt((both / (TAU * TAU)) * (2 * Math.log(1 / ALPHA) + Math.log(both / (se * se))));
}
