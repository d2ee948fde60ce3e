import { projection, type Method } from './method.ts';

interface Fit {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
  readonly level: number;
  readonly slope: number;
  readonly season: readonly number[];
  readonly variance: number;
}

const GRID = [0.05, 0.15, 0.3, 0.5].flatMap((alpha) =>
  [0, 0.02, 0.1].flatMap((beta) =>
    [0.02, 0.15].flatMap((gamma) => [0.9, 0.98].map((phi) => ({ alpha, beta, gamma, phi })))
  )
);

/**
 * Exponential smoothing with a damped trend and a week, additive on the log scale (ETS "AAdA"), parameters by one-step
 * squared error over a grid, intervals by the model's own variance. A textbook comparator, not a tuned one.
 */
export const dampedHoltWinters: Method = (history, days) => {
  const logs = history.map(Math.log);
  const fits = GRID.map((parameters) => smooth(logs, parameters));
  const best = fits.reduce((left, right) => (right.variance < left.variance ? right : left));
  const { alpha, beta, gamma, phi, level, slope, season, variance } = best;
  let [kept, risen] = [1, 0];
  const path = Array.from({ length: days }, (_, ahead) => {
    kept *= phi;
    risen += kept;
    return level + slope * risen + (season[(logs.length + ahead) % 7] ?? 0);
  });
  const variances: number[] = [];
  let [sum, damped, factor] = [0, 0, 1];
  for (let ahead = 1; ahead <= days; ahead += 1) {
    variances.push(variance * (1 + sum));
    factor *= phi;
    damped += factor;
    sum += (alpha + alpha * beta * damped + (ahead % 7 === 0 ? gamma * (1 - alpha) : 0)) ** 2;
  }
  return projection(path, (ahead) => Math.sqrt(variances[ahead - 1] ?? 0));
};

function smooth(logs: readonly number[], parameters: { alpha: number; beta: number; gamma: number; phi: number }): Fit {
  const { alpha, beta, gamma, phi } = parameters;
  const first = logs.slice(0, 14);
  let level = first.reduce((sum, one) => sum + one, 0) / first.length;
  let slope = 0;
  const season = Array.from({ length: 7 }, (_, day) => ((logs[day] ?? 0) + (logs[day + 7] ?? 0)) / 2 - level);
  let squares = 0;
  logs.forEach((log, index) => {
    const expected = level + phi * slope;
    const seasonal = season[index % 7] ?? 0;
    const error = log - expected - seasonal;
    squares += index >= 14 ? error * error : 0;
    level = expected + alpha * error;
    slope = phi * slope + alpha * beta * error;
    season[index % 7] = seasonal + gamma * (1 - alpha) * error;
  });
  return { ...parameters, level, slope, season, variance: squares / Math.max(1, logs.length - 14) };
}
