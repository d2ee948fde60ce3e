/**
 * A change from `before` to `now`: `▲ 12.4 %`, `▼ 4.0 %`, `▲ 12×` from tenfold on; in words where a percentage means
 * nothing. undefined where either side is unknown.
 */
export function formatChange(now: number | undefined, before: number | undefined): string | undefined {
  if (now === undefined || before === undefined) {
    return undefined;
  }
  if (before === 0) {
    return now === 0 ? 'unchanged' : 'new';
  }
  const change = (now - before) / Math.abs(before);
  if (Math.abs(change) < 0.0005) {
    return 'unchanged';
  }
  const arrow = change > 0 ? '▲' : '▼';
  return change >= 9
    ? `${arrow} ${(change + 1).toFixed(0)}×`
    : `${arrow} ${(Math.abs(change) * 100).toFixed(1)}\u202f%`;
}
