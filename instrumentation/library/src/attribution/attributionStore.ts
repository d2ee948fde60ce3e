import type { Attribution } from './attribution.ts';
import type { ExchangeFollower } from './exchangeFollower.ts';

/** What travels in the async context. */
export interface AttributionStore extends Attribution {
  /** Asked once for each exchange that begins here, for who is to follow it. */
  readonly follow?: (() => ExchangeFollower) | undefined;
}
