import type { LeverImpact } from './leverImpact.ts';

/** Nothing was measured of an event alone, and why. */
export function noImpact(state: LeverImpact['state'], reason: string): LeverImpact {
  const unknown = { effect: null, always: null, saved: null, annual: null };
  return { state, reason, daysAfter: 0, moreDays: 0, ...unknown, togetherWith: [], control: [] };
}
