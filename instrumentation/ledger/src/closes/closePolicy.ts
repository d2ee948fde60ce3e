/** When a day's books close; all in ms. */
export interface ClosePolicy {
  /** After the day's end, for calls still on their way. */
  readonly graceMs: number;
  /** Without an arrival for the day. */
  readonly quietMs: number;
  /** The longest a day stays open past its end (or past its first arrival, for history sent later). */
  readonly limitMs: number;
}
