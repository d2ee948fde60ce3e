/** Follows one provider exchange to its end, for whoever made the call: a budget settles by it. */
export interface ExchangeFollower {
  /** The exchange has ended; `call` is the captured call. Must not throw. */
  ended(call: unknown): void;
}
