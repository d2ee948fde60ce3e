import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';
import { eventDay } from '../store/eventDay.ts';
import { NO_OWNERS } from './noOwners.ts';
import type { Owners } from './owners.ts';
import type { OwnersFile } from './ownersFile.ts';
import { ownerSeries } from './ownerSeries.ts';

/** Puts what the owners file says on a registry, and how the file is; without a file only the default thresholds. */
export function registerOwnership(
  registry: Registry,
  file: Pick<OwnersFile, 'owners' | 'state'> | undefined,
  now: () => number
): void {
  const series = (owners: Owners) => ownerSeries(owners, eventDay(now()));
  series(NO_OWNERS).forEach(({ name, help }) =>
    registerExactMetric(registry, {
      name,
      help,
      type: 'gauge',
      values: () => {
        const metric = series(file?.owners ?? NO_OWNERS).find((one) => one.name === name);
        return (metric?.series ?? []).map(({ labels, value }) => ({ labels: { ...labels }, value }));
      },
    })
  );
  registerExactMetric(registry, {
    name: 'ai_finops_ledger_owners_file_ok',
    help: '1 where the owners file is in force as it stands, 0 where it has a fault and the last good one holds.',
    type: 'gauge',
    values: () => (file ? [{ labels: {}, value: file.state.problem === undefined ? 1 : 0 }] : []),
  });
  registerExactMetric(registry, {
    name: 'ai_finops_ledger_owners_file_loaded_timestamp_seconds',
    help: 'When the owners file in force was loaded, Unix seconds.',
    type: 'gauge',
    values: () => (file ? [{ labels: {}, value: file.state.loadedMs / 1_000 }] : []),
  });
}
