export interface ForecastOptions {
  /** How many days from the answer's last day on. */
  readonly horizon: number;
  /** Times the usage that history projects. */
  readonly usage: 0.5 | 1 | 2;
  /** USD a month; undefined: none is drawn. */
  readonly budget: number | undefined;
}

export const FORECAST_DEFAULTS: ForecastOptions = { horizon: 90, usage: 1, budget: undefined };
