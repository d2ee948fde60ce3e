/** What the path of a request says. */
export interface PathFacts {
  readonly model?: string | undefined;
  /** Who pays. */
  readonly account?: string | undefined;
  /** `gen_ai.operation.name`, where the path knows better than the format. */
  readonly operation?: string | undefined;
}
