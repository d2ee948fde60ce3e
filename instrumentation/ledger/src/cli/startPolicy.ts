import type { Registry } from 'prom-client';
import type { Owners } from '../ownership/owners.ts';
import { askPolicy } from '../policy/askPolicy.ts';
import { createPolicyWatch, type PolicyWatch } from '../policy/createPolicyWatch.ts';
import { registerPolicy } from '../policy/registerPolicy.ts';
import type { Ask } from '../questions/ask.ts';
import { eventDay } from '../store/eventDay.ts';
import type { Log } from './createLog.ts';

interface PolicyParts {
  readonly ask: Ask;
  readonly owners: () => Owners;
  readonly registry: Registry;
}

/** Checks the model policy at start, whenever days were closed, and whenever the owners file changed. */
export function startPolicy({ ask, owners, registry }: PolicyParts, log: Log): PolicyWatch {
  const watch = createPolicyWatch(
    () => askPolicy(ask, owners(), eventDay(Date.now())),
    ({ message: error }) =>
      log('error', 'the model policy could not be checked: it is tried again after the next close', { error })
  );
  registerPolicy(registry, watch.current);
  watch.run();
  return watch;
}
