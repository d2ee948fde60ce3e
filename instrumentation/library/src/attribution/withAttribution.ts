import type { Attribution } from './attribution.ts';
import { attributionStorage } from './attributionStorage.ts';
import { cleanAttribution } from './cleanAttribution.ts';

/**
 * Runs `fn` so that every AI call made within it, however deep and however late, is booked on `attribution`.
 * Calls nest: inner values win, the others stay. Returns what `fn` returns.
 *
 * @example withAttribution({ feature: 'ticket-summary', tenant: workspace.id }, () => summarise(ticket))
 */
export function withAttribution<Result>(attribution: Attribution, fn: () => Result): Result {
  const outer = attributionStorage.getStore();
  return attributionStorage.run({ ...outer, ...cleanAttribution(attribution ?? {}) }, fn);
}
