import { Counter, Gauge, type Registry } from 'prom-client';

export interface BillFetchMetrics {
  fetched(provider: string, result: 'ok' | 'failed'): void;
}

/** How fetching bills goes, for the providers it is done of. */
export function registerBillFetches(
  registry: Registry,
  providers: readonly string[],
  /** 0: never; undefined: not known yet, which is no sample. */
  lastOkMs: (provider: string) => number | undefined
): BillFetchMetrics {
  const fetches = new Counter({
    name: 'ai_finops_ledger_bill_fetches_total',
    help: 'Runs of the scheduled fetch of bills by provider and result.',
    labelNames: ['provider', 'result'],
    registers: [registry],
  });
  new Gauge({
    name: 'ai_finops_ledger_bill_fetch_success_timestamp_seconds',
    help: 'When the bills of a provider were last fetched, also before the process started; 0 where never.',
    labelNames: ['provider'],
    registers: [registry],
    collect() {
      for (const provider of providers) {
        const okMs = lastOkMs(provider);
        if (okMs !== undefined) {
          this.set({ provider }, okMs / 1_000);
        }
      }
    },
  });
  for (const provider of providers) {
    fetches.inc({ provider, result: 'ok' }, 0);
    fetches.inc({ provider, result: 'failed' }, 0);
  }
  return { fetched: (provider, result) => fetches.inc({ provider, result }) };
}
