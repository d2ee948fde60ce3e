import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { Registry } from 'prom-client';
import { BillBooks } from '../bills/billBooks.ts';
import { billsPath } from '../bills/billsPath.ts';
import { createBillNames } from '../bills/createBillNames.ts';
import { createReconciler } from '../bills/createReconciler.ts';
import { fetchBill, type BillApi } from '../bills/fetch/fetchBill.ts';
import { registerBills } from '../bills/registerBills.ts';
import { createBillFetcher } from '../bills/schedule/createBillFetcher.ts';
import { registerBillFetches } from '../bills/schedule/registerBillFetches.ts';
import type { Ask } from '../questions/ask.ts';
import { adminKey, isAdminKeyGiven } from './adminKey.ts';
import type { Log } from './createLog.ts';

/** What of bills a ledger fetches by itself. */
export interface BillSettings {
  readonly keyFiles: Readonly<Record<BillApi, string | undefined>>;
  readonly baseUrls: Readonly<Record<BillApi, string | undefined>>;
  /** When in the UTC day, ms after midnight. */
  readonly afterMidnightMs: number;
  /** The books' account by the provider's. */
  readonly accounts: ReadonlyMap<string, string>;
}

interface RunningBills {
  readonly books: BillBooks;
  /** Holds the newest months against the books again. */
  reconcile(): void;
  stop(): void;
}

const APIS: readonly BillApi[] = ['openai', 'anthropic'];
const RECONCILE_MS = 300_000;
const LOOK_MS = 2_000;
const TICK_MS = 60_000;
/** Ledgers of many organisations are not to ask at the same second. */
const JITTER_MS = 1_800_000;

/** Keeps bills: those imported beside the ledger are noticed, and where an admin key is given they are fetched daily. */
export function startBills(
  of: {
    readonly data: string;
    readonly settings: BillSettings;
    readonly prices: PriceBook;
    readonly registry: Registry;
    readonly ask: Ask;
  },
  log: Log
): RunningBills {
  const { settings, registry } = of;
  const books = new BillBooks(billsPath(of.data));
  const reconciler = createReconciler(books, of.ask, (error) =>
    log('error', 'bills could not be reconciled: it is tried again', { error: error.message })
  );
  registerBills(registry, books, reconciler);
  const reconcile = () => void reconciler.refresh();
  reconcile();

  const apis = APIS.filter((api) => isAdminKeyGiven(api, settings.keyFiles[api]));
  const metrics = registerBillFetches(registry, apis, (provider) => books.fetchedMs(provider));
  const names = createBillNames({ accounts: settings.accounts, prices: of.prices, rates: undefined });
  const fetcher = createBillFetcher(
    {
      apis,
      bills: books,
      now: Date.now,
      afterMidnightMs: settings.afterMidnightMs + Math.floor(Math.random() * JITTER_MS),
      // The file is read each time: a key that is replaced needs no restart.
      fetch: async (api, month, signal) => {
        const key = adminKey(api, settings.keyFiles[api]);
        return fetchBill(api, month, { key, baseUrl: settings.baseUrls[api], names, nowMs: Date.now(), signal });
      },
    },
    {
      done(provider, months, kept) {
        metrics.fetched(provider, 'ok');
        log('info', 'bills fetched', { provider, months: months.join(' '), kept });
        if (kept > 0) {
          reconcile();
        }
      },
      failed(provider, error) {
        metrics.fetched(provider, 'failed');
        log('error', 'bills could not be fetched: it is tried again in an hour', { provider, error: error.message });
      },
    }
  );

  let version = books.version();
  const looking = setInterval(() => {
    if (books.version() !== version) {
      version = books.version();
      reconcile();
    }
  }, LOOK_MS);
  const reconciling = setInterval(reconcile, RECONCILE_MS);
  const fetching = setInterval(() => void fetcher.tick(), TICK_MS);
  void fetcher.tick();
  return {
    books,
    reconcile,
    stop() {
      [looking, reconciling, fetching].forEach(clearInterval);
      fetcher.stop();
      books.close();
    },
  };
}
