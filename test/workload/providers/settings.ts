/** How the simulators behave where a request does not steer them. */
export interface Settings {
  /** Milliseconds until the first byte. */
  readonly firstByteMs: number;
  /** Milliseconds between two writes of a stream. */
  readonly paceMs: number;
  /** Every n-th first attempt that nobody steers is refused with 429; 0 never. */
  readonly refuseEvery: number;
}
