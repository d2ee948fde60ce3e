const UNITS_MS = { ms: 1, s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
/** Grafana's rounding of steps, in seconds: below each limit, the step under it. */
const LIMITS = [
  1.5, 3.5, 7.5, 12.5, 17.5, 25, 45, 90, 210, 450, 750, 1050, 1500, 2700, 5400, 9000, 16200, 32400, 86400, 604800,
  1814400, 3628800,
];
const STEPS = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 604800, 2592000,
];

const rounded = (ms) => (STEPS[LIMITS.findIndex((limit) => ms < limit * 1000)] ?? 31_536_000) * 1000;

/** The step in ms: at least the query's minimum, at most `maxDataPoints` values, never more than 11,000. */
export function queryStep(from, to, { interval, maxDataPoints = 100 }) {
  const [, count, unit] = /^(\d+)(ms|[smhdw])$/.exec(interval ?? '') ?? [0, 15, 's'];
  return Math.max(count * UNITS_MS[unit], rounded((to - from) / maxDataPoints), rounded((to - from) / 11_000));
}
