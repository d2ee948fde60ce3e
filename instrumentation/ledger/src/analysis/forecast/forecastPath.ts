/** One source of error: standard deviation of each day, USD, on a log-normal scale. Sources are independent of each other. */
export interface Spread {
  /** `daily`: each day its own; `walk`: a step a day that is carried on; `shared`: the same way on all days. */
  readonly kind: 'daily' | 'walk' | 'shared';
  readonly usd: readonly number[];
}

/** Days to come: the median of each and what it may be off by. */
export interface ForecastPath {
  /** UTC day of `usd[0]`, whole days since the epoch. */
  readonly firstDay: number;
  readonly usd: readonly number[];
  readonly spreads: readonly Spread[];
}
