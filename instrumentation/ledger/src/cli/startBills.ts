import type { PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { Registry } from 'prom-client';
import type { AskBills } from '../bills/answers/askBills.ts';
import { billsPath } from '../bills/billsPath.ts';
import { isAdminKeyGiven } from '../bills/fetch/adminKey.ts';
import type { BillApi } from '../bills/fetch/fetchBill.ts';
import { registerBillFetches } from '../bills/schedule/registerBillFetches.ts';
import type { BillSettings } from '../bills/thread/billMessage.ts';
import { openBills, type BillNews } from '../bills/thread/openBills.ts';
import type { Log } from './createLog.ts';

interface RunningBills {
  readonly ask: AskBills;
  /** What `/metrics` says of bills. */
  metrics(): Uint8Array;
  /** Holds the newest months against the books again. */
  reconcile(): void;
  stop(): Promise<void>;
}

const APIS: readonly BillApi[] = ['openai', 'anthropic'];

/** Keeps bills: those imported beside the ledger are noticed, and where an admin key is given they are fetched daily. */
export function startBills(
  of: {
    readonly data: string;
    readonly booksPath: string;
    readonly settings: BillSettings;
    readonly overlay: PriceOverlay;
    readonly registry: Registry;
  },
  log: Log
): RunningBills {
  const { data, booksPath, settings, overlay, registry } = of;
  let fetchedMs: ReadonlyMap<string, number> = new Map();
  let text: Uint8Array = new Uint8Array();
  const apis = APIS.filter((api) => isAdminKeyGiven(api, settings.keyFiles[api]));
  const fetches = registerBillFetches(registry, apis, (provider) => fetchedMs.get(provider));

  function told(news: BillNews): void {
    switch (news.kind) {
      case 'metrics':
        ({ text } = news);
        break;
      case 'asked':
        ({ fetchedMs } = news);
        break;
      case 'unreconciled':
        log('error', 'bills could not be reconciled: it is tried again', { error: news.error });
        break;
      case 'fetched': {
        const { provider, months, kept } = news;
        fetches.fetched(provider, 'ok');
        log('info', 'bills fetched', { provider, months: months.join(' '), kept });
        break;
      }
      case 'unfetched': {
        const { provider, error } = news;
        fetches.fetched(provider, 'failed');
        log('error', 'bills could not be fetched: it is tried again in an hour', { provider, error });
        break;
      }
    }
  }

  const thread = openBills(
    { path: billsPath(data), booksPath, apis, settings, overlay },
    {
      told,
      died: ({ message }, seconds) =>
        log('error', 'bills are unavailable: their thread ended, and is started again', { error: message, seconds }),
    }
  );
  return { ...thread, metrics: () => text };
}
