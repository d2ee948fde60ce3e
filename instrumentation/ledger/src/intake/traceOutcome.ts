import type { Refusals } from './refusal.ts';

/** What became of a request body. Only `kept` may be acknowledged: its rows are on disk. */
export type TraceOutcome =
  | { readonly kind: 'kept'; readonly refused: Refusals }
  | { readonly kind: 'malformed'; readonly message: string }
  | { readonly kind: 'too_large'; readonly message: string }
  /** The books could not be written; the sender keeps the spans and tries again. */
  | { readonly kind: 'unavailable'; readonly message: string };
