import type { ClosedDays } from '../choice/closedPeriod.ts';
import type { Scope } from '../queries/scope.ts';
import { loadOutcomeCosts } from './loadOutcomeCosts.ts';
import type { OutcomeCosts } from './outcomeCosts.ts';
import { useLoaded } from './useLoaded.ts';

/** What outcomes cost on these days; asks nothing without days. A page does not wait for it. */
export function useOutcomeCosts(days: ClosedDays | undefined, scope: Scope): OutcomeCosts {
  const key = JSON.stringify([days?.firstDay, days?.lastDay, scope]);
  const { value, failed, loading } = useLoaded<OutcomeCosts>(key, (signal) =>
    days ? loadOutcomeCosts(days, scope, signal) : Promise.resolve('unknown')
  );
  return loading ? 'asking' : failed === undefined && value ? value : 'unknown';
}
