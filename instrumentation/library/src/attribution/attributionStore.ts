import type { Attribution } from './attribution.ts';
import type { ExchangeFollower } from './exchangeFollower.ts';

/** What travels in the async context. */
export interface AttributionStore extends Attribution {
  /** The template of the route that serves the request, asked for only when an AI call is made: routers know it late. */
  readonly route?: (() => string | undefined) | undefined;
  /** Asked once for each exchange that begins here, for who is to follow it. */
  readonly follow?: (() => ExchangeFollower) | undefined;
}
