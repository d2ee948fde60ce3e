/** Cost in USD by name, one number a day; undefined where that day has no close for that name. */
export interface DailyCosts {
  /** Starts of days, ascending, without holes. */
  readonly days: readonly number[];
  readonly byName: ReadonlyMap<string, readonly (number | undefined)[]>;
}
