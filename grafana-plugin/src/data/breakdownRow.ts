/** One line of the breakdown. Costs in USD; undefined = no series holds it. */
export interface BreakdownRow {
  readonly name: string;
  /** Who answers for it, from the owners file; for a feature without, the team that spent most on it. */
  readonly owner: string | undefined;
  /** Cost of the headline's day. */
  readonly cost: number | undefined;
  readonly weekBefore: number | undefined;
  /** Cost of the whole period. */
  readonly periodCost: number | undefined;
  /** Calls of the headline's day. */
  readonly calls: number | undefined;
  /** Units of work of the last closed day; undefined where none are recorded, or kept by this label. */
  readonly outcomes: number | undefined;
  /** Share of its budget that this month's closed days have used. */
  readonly budgetUsed: number | undefined;
}
