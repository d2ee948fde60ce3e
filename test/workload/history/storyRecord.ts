/** Something people recorded, as the ledger's API takes it. */
export interface StoryRecord {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
  /** Closed since: a decision carried out, a review held. */
  readonly isDone?: true;
}
