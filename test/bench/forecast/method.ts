/** A forecast of days to come: median and intervals of each, the same length. */
export interface Projection {
  readonly usd: readonly number[];
  readonly low: Readonly<Record<80 | 95, readonly number[]>>;
  readonly high: Readonly<Record<80 | 95, readonly number[]>>;
}

export type Method = (history: readonly number[], days: number) => Projection;

const NORMAL = { 80: 1.2816, 95: 1.96 };

/** Log-normal intervals around the medians of `logs`; `deviation` is the standard error `ahead` days (from 1) ahead. */
export function projection(
  logs: readonly number[],
  deviation: (ahead: number) => number,
  z: Readonly<Record<80 | 95, number>> = NORMAL
): Projection {
  const at = (side: number) => logs.map((log, index) => Math.exp(log + side * deviation(index + 1)));
  return {
    usd: logs.map(Math.exp),
    low: { 80: at(-z[80]), 95: at(-z[95]) },
    high: { 80: at(z[80]), 95: at(z[95]) },
  };
}
