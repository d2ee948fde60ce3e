/** What outcomes and judgements have in common. */
export interface WorkOptions {
  /** Else the feature in force here (`withAttribution`, the service's default). */
  readonly feature?: string | undefined;
  /**
   * What makes it this one and no other, e.g. the ticket's id: recorded twice with the same `id` and `at`, it counts once.
   * Hashed; never sent.
   */
  readonly id?: string | undefined;
  /** When it happened: a Date or ms since the epoch; now where left out. */
  readonly at?: Date | number | undefined;
}
