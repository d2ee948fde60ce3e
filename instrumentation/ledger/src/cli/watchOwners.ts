import type { OwnersFile } from '../ownership/ownersFile.ts';
import { teamsOfFeatures } from '../ownership/teamsOfFeatures.ts';
import type { Store } from '../store/store.ts';
import type { Log } from './createLog.ts';

const LOOK_MS = 2_000;

/** Takes changes of the owners file while the ledger runs, and says so. Call what it returns to end that. */
export function watchOwners(file: OwnersFile, store: Pick<Store, 'assign'>, log: Log, changed: () => void): () => void {
  const say = () => {
    const { problem } = file.state;
    if (problem === undefined) {
      log('info', 'the owners file is in force', { features: file.owners.features.size });
    } else {
      log('error', 'the owners file has a fault: the last good one holds', { error: problem });
    }
  };
  const timer = setInterval(() => {
    if (file.refresh()) {
      say();
      changed();
      // A store that is gone reports itself.
      void store.assign(teamsOfFeatures(file.owners), file.owners.services).catch(() => undefined);
    }
  }, LOOK_MS);
  timer.unref();
  say();
  return () => clearInterval(timer);
}
