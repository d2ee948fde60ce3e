import type { Attribution } from './attribution.ts';

/** What holds for all calls of a service. */
export interface AttributionDefaults extends Attribution {
  /** Whether users are recorded: not at all (default), as a hash, or as they are. */
  readonly users?: 'off' | 'hash' | 'allow' | undefined;
}
