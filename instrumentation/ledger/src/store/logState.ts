/** What SQLite says of its write-ahead log: pages in it, and how many of the first of them are in the file. */
export interface LogState {
  readonly log: number;
  readonly checkpointed: number;
}
