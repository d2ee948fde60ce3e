import type { AttributionStore, ResolvedAttribution } from './attribution/index.ts';
import type { WorkRecord } from './export/index.ts';
import type { Health } from './health.ts';

/** A running instrumentation. */
export interface Instrumentation {
  /** Sends all records now. True when all are acknowledged; false after `timeoutMs` (10,000). Retrying goes on. */
  flush(timeoutMs?: number): Promise<boolean>;
  /** Stops capturing, and flushes. */
  shutdown(): Promise<void>;
  health(): Health;
  /** Queues the work record that `describe` makes of the attribution in force. */
  recordWork(describe: (attributionOf: (current: AttributionStore) => ResolvedAttribution) => WorkRecord): void;
  /** Puts the budget guard around the global fetch, once; `withBudget` does. */
  guardBudgets(): void;
  /** Who a call made here is for; an older copy of the package cannot say. */
  attributionHere?(): Pick<ResolvedAttribution, 'feature' | 'tenant'>;
}

const KEY = Symbol.for('ai-finops.instrumentation.v1');
const slots = globalThis as { [KEY]?: Instrumentation | undefined };

/** The one instrumentation of the process, whichever copy of the package started it. */
export const running = {
  get: (): Instrumentation | undefined => slots[KEY],
  set: (instrumentation: Instrumentation): Instrumentation => (slots[KEY] = instrumentation),
  clear: (): void => {
    slots[KEY] = undefined;
  },
};
