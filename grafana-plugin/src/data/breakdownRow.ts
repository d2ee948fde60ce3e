/** One line of the breakdown. Costs in USD; undefined = no close holds it. */
export interface BreakdownRow {
  readonly name: string;
  /** Teams that spent on it in the period, the largest first; only for features. */
  readonly teams: readonly string[];
  /** Who answers for it, from the owners file. */
  readonly owner: string | undefined;
  /** Cost of the last closed day. */
  readonly cost: number | undefined;
  readonly weekBefore: number | undefined;
  /** Cost of the whole period. */
  readonly periodCost: number | undefined;
  /** Calls of the last closed day. */
  readonly calls: number | undefined;
}
