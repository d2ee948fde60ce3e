/** Who answers for all of the cost. */
export interface Accountable {
  readonly owner: string;
  /** undefined where the owners file names none. */
  readonly team: string | undefined;
}
