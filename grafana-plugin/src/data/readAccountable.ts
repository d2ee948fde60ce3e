import type { Accountable } from './accountable.ts';
import type { Series } from './series.ts';
import type { SoleFilter } from './soleFilter.ts';

/** The name the ledger gives the total where no team answers for it. */
const NO_TEAM = 'total';

/** Reads who answers for the total, or for one name; undefined where nobody is named. */
export function readAccountable(series: readonly Series[], sole: SoleFilter | undefined): Accountable | undefined {
  const named = series.filter(({ labels }) => labels['owner'] && (!sole || labels['name'] === sole.value));
  const { owner, name } = named[0]?.labels ?? {};
  return owner ? { owner, team: sole || name === NO_TEAM ? undefined : name } : undefined;
}
