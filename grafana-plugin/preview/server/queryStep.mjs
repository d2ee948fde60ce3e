const [S, M, H, D] = [1000, 60_000, 3_600_000, 86_400_000];
const UNITS = { ms: 1, s: S, m: M, h: H, d: D, w: 7 * D, y: 365 * D };
/** Below the left, the step is the right: Grafana's own rounding of steps. */
const ROUNDED = [
  [1.5 * S, S],
  [3.5 * S, 2 * S],
  [7.5 * S, 5 * S],
  [12.5 * S, 10 * S],
  [17.5 * S, 15 * S],
  [25 * S, 20 * S],
  [45 * S, 30 * S],
  [1.5 * M, M],
  [3.5 * M, 2 * M],
  [7.5 * M, 5 * M],
  [12.5 * M, 10 * M],
  [17.5 * M, 15 * M],
  [25 * M, 20 * M],
  [45 * M, 30 * M],
  [1.5 * H, H],
  [2.5 * H, 2 * H],
  [4.5 * H, 3 * H],
  [9 * H, 6 * H],
  [D, 12 * H],
  [7 * D, D],
  [21 * D, 7 * D],
  [42 * D, 30 * D],
];
const rounded = (ms) => (ROUNDED.find(([below]) => ms < below) ?? [0, 365 * D])[1];
const duration = (text) => {
  const [, count, unit] = /^(\d+)(ms|[smhdwy])$/.exec(text ?? '') ?? [];
  return count ? Number(count) * UNITS[unit] : undefined;
};

/** The step in ms: at least the query's minimum, at most `maxDataPoints` values, never more than 11,000. */
export function queryStep(from, to, { interval, maxDataPoints = 100 }) {
  const least = duration(interval) ?? 15 * S;
  return Math.max(least, rounded((to - from) / maxDataPoints), rounded((to - from) / 11_000));
}
