import type { Owners } from './owners.ts';

/** What series of the scope `total` are named: the team that answers for all of it. */
export function totalName({ total }: Owners): string {
  return total.team ?? 'total';
}
