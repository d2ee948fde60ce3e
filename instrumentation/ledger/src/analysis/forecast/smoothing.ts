interface Parameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly damping: number;
}

interface Smoothed {
  readonly level: number;
  readonly slope: number;
  readonly week: readonly number[];
  readonly squares: number;
}

const START_DAYS = 14;

const GRID: readonly Parameters[] = [0.05, 0.15, 0.3, 0.5].flatMap((alpha) =>
  [0, 0.02, 0.1].flatMap((beta) =>
    [0.02, 0.15].flatMap((gamma) => [0.9, 0.98].map((damping) => ({ alpha, beta, gamma, damping })))
  )
);

/**
 * Damped Holt-Winters with a week, additive on the log scale, carried on for `days` days after the series. Per day, with
 * error e: level += slope φ + α e, slope = φ slope + α β e, weekday += γ (1 - α) e. α, β, γ and φ are those of a grid of 48
 * with the least one-step squared error: nothing iterates, nothing fails to converge.
 */
export function smoothing(logs: readonly number[], days: number): number[] {
  let best: (Parameters & Smoothed) | undefined;
  for (const parameters of GRID) {
    const smoothed = smooth(logs, parameters);
    if (!best || smoothed.squares < best.squares) {
      best = { ...parameters, ...smoothed };
    }
  }
  const { level = 0, slope = 0, damping = 1, week = [] } = best ?? {};
  let kept = 1;
  let risen = 0;
  return Array.from({ length: days }, (_, ahead) => {
    kept *= damping;
    risen += slope * kept;
    return level + risen + (week[(logs.length + ahead) % 7] ?? 0);
  });
}

function smooth(logs: readonly number[], { alpha, beta, gamma, damping }: Parameters): Smoothed {
  const start = logs.slice(0, START_DAYS);
  let level = start.reduce((sum, log) => sum + log, 0) / start.length;
  let slope = 0;
  let squares = 0;
  const week = Array.from({ length: 7 }, (_, day) => ((start[day] ?? level) + (start[day + 7] ?? level)) / 2 - level);
  for (let index = 0; index < logs.length; index += 1) {
    const weekday = index % 7;
    const expected = level + damping * slope;
    const error = (logs[index] ?? 0) - expected - (week[weekday] ?? 0);
    squares += index < START_DAYS ? 0 : error * error;
    level = expected + alpha * error;
    slope = damping * slope + alpha * beta * error;
    week[weekday] = (week[weekday] ?? 0) + gamma * (1 - alpha) * error;
  }
  return { level, slope, week, squares };
}
