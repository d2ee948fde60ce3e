import type { Accountable } from './accountable.ts';
import type { Series } from './series.ts';

/** The name the ledger gives the total where no team answers for it. */
const NO_TEAM = 'total';

/** Reads who answers for the total; undefined where nobody is named. */
export function readAccountable(series: readonly Series[]): Accountable | undefined {
  const { owner, name } = series.find(({ labels }) => labels['owner'])?.labels ?? {};
  return owner ? { owner, team: name === NO_TEAM ? undefined : name } : undefined;
}
