import type { Registry } from 'prom-client';
import type { Owners } from '../ownership/owners.ts';
import type { Ask } from '../questions/ask.ts';
import { askQuotas } from '../quotas/askQuotas.ts';
import { createQuotaWatch, type QuotaWatch } from '../quotas/createQuotaWatch.ts';
import { registerQuotas } from '../quotas/registerQuotas.ts';
import type { Log } from './createLog.ts';
import { onChange } from './onChange.ts';

/** Answers to services are at most so old. */
const MAX_AGE_MS = 2_000;
/** Metrics and alerts follow at this pace. */
const LOOK_MS = 10_000;

interface QuotaParts {
  readonly ask: Ask;
  readonly owners: () => Owners;
  readonly registry: Registry;
}

/** Keeps an eye on quotas while the ledger runs; nothing is asked of the books where the owners file has none. */
export function startQuotas({ ask, owners, registry }: QuotaParts, log: Log): QuotaWatch & { stop(): void } {
  const watch = createQuotaWatch({
    look: () => askQuotas(ask, owners().quotas, Date.now()),
    now: Date.now,
    maxAgeMs: MAX_AGE_MS,
  });
  let isStopped = false;
  const looked = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'quotas are looked at again')
      : log('error', 'quotas could not be looked at: it is tried again', { error })
  );
  const look = () =>
    watch.fresh().then(
      () => looked(undefined),
      // What is asked while the ledger stops has no answer, and that is no fault.
      (error: unknown) => isStopped || looked(error instanceof Error ? error.message : String(error))
    );
  registerQuotas(registry, watch.last);
  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  timer.unref();
  return {
    ...watch,
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
  };
}
