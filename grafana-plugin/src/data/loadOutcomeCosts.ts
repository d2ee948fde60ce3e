import type { ClosedDays } from '../choice/closedPeriod.ts';
import type { Scope } from '../queries/scope.ts';
import { loadEconomics } from './loadEconomics.ts';
import type { OutcomeCosts } from './outcomeCosts.ts';

/**
 * What outcomes cost by feature: the same numbers as on page Value. What comes beyond inference is known of whole
 * features: a selection within them has no such number.
 */
export async function loadOutcomeCosts(days: ClosedDays, scope: Scope, signal?: AbortSignal): Promise<OutcomeCosts> {
  if ((scope.filters ?? []).some(({ label }) => label !== 'feature')) {
    return 'unknown';
  }
  const answer = await loadEconomics(days, scope, signal, 'features');
  return answer.kind === 'value' ? new Map(answer.value.features.map((one) => [one.feature, one])) : 'unknown';
}
