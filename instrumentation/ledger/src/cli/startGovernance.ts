import type { Registry } from 'prom-client';
import type { Owners } from '../ownership/owners.ts';
import type { Ask } from '../questions/ask.ts';
import type { Log } from './createLog.ts';
import { startLeverWatch } from './startLeverWatch.ts';
import { startPolicy } from './startPolicy.ts';
import { startQuotas } from './startQuotas.ts';
import { startReviewWatch } from './startReviewWatch.ts';
import { startUserWatch } from './startUserWatch.ts';

interface GovernanceParts {
  readonly ask: Ask;
  readonly owners: () => Owners;
  readonly registry: Registry;
}

/**
 * What is demanded, checked while the ledger runs: model policy and quotas of the owners file, that reviews are held, and
 * that optimizations keep their bars; and how many people use it all, who may cost so much each.
 */
export function startGovernance(parts: GovernanceParts, log: Log) {
  const policy = startPolicy(parts, log);
  const quotas = startQuotas(parts, log);
  const reviews = startReviewWatch(parts, log);
  const levers = startLeverWatch(parts, log);
  const users = startUserWatch(parts, log);
  return {
    policy: policy.current,
    quotas: quotas.fresh,
    /** Days were closed. */
    closed() {
      policy.run();
      reviews.run();
      levers.run();
      users.run();
    },
    /** The owners file changed. */
    changed() {
      quotas.forget();
      policy.run();
      levers.run();
    },
    async stop(): Promise<void> {
      quotas.stop();
      await Promise.all([policy.stop(), reviews.stop(), levers.stop(), users.stop()]);
    },
  };
}
