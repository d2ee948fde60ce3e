/** Whose calls of a month went to an account and model, by the books. */
export interface CellUse {
  readonly provider: string;
  readonly account: string;
  readonly model: string;
  readonly feature: string;
  readonly team: string;
}
