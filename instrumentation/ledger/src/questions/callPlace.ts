/** Where a page of calls ends: what it was sorted by, and the call itself. */
export interface CallPlace {
  readonly sort: 'cost' | 'time';
  /** The cost in nano-USD, −1 of an unpriced call; unused when sorted by time. */
  readonly value: bigint;
  readonly startUs: number;
  /** Trace and span id, 48 hexadecimal digits. */
  readonly key: string;
}
