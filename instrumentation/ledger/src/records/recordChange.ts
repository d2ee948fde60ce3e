/** What somebody asks to be recorded, of the right shape; whether it can be is another question. */
export interface RecordChange {
  readonly action: string;
  /** Of the record that changes; one of the caller's own for a new one, so that it can be sent again. */
  readonly id?: string | undefined;
  /** The version the change is based on. */
  readonly version?: number | undefined;
  /** Why. */
  readonly note?: string | undefined;
  /** All of a new record; of an old one what changes, null for what goes. */
  readonly record?: Readonly<Record<string, unknown>> | undefined;
}
