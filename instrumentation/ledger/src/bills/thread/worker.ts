import { workerData } from 'node:worker_threads';
import { Registry } from 'prom-client';
import { createRerunner } from '../../questions/createRerunner.ts';
import { BILL_ANSWERS } from '../answers/billAnswers.ts';
import { BillBooks } from '../billBooks.ts';
import { createReconciler } from '../createReconciler.ts';
import { EstimateBooks } from '../estimateBooks.ts';
import { registerBills } from '../registerBills.ts';
import { createBillFetcher } from '../schedule/createBillFetcher.ts';
import type { BillReply, BillRequest, BillThreadSetup } from './billMessage.ts';
import { createFetch } from './createFetch.ts';
import { openReader } from '../../store/openReader.ts';

/**
 * The thread of bills: they are fetched, kept, read and held against the books here. A month of tens of thousands of
 * lines takes seconds each time, which neither the intake nor a scrape can wait for.
 */
const { path, booksPath, apis, settings, overlay, port } = workerData as BillThreadSetup;
const RECONCILE_MS = 300_000;
const LOOK_MS = 2_000;
const TICK_MS = 60_000;
/** Ledgers of many organisations are not to ask at the same second. */
const JITTER_MS = 1_800_000;

const bills = new BillBooks(path);
const database = openReader(booksPath);
database.exec('PRAGMA temp_store = MEMORY');
const books = new EstimateBooks(database);

const tell = (reply: BillReply, moved: readonly ArrayBuffer[] = []) => port.postMessage(reply, moved);
const tellAsked = () =>
  tell({ kind: 'asked', fetchedMs: new Map(apis.map((api) => [api, bills.fetchedMs(api) ?? 0])) });

const reconciler = createReconciler(bills, books, () => reconciling.isStopped());
const registry = new Registry();
registerBills(registry, { ...reconciler, newest: () => bills.newest() });
/** Thousands of series: a scrape finds them written. */
async function tellMetrics(): Promise<void> {
  const text = new TextEncoder().encode(await registry.metrics());
  tell({ kind: 'metrics', text }, [text.buffer]);
}
const reconciling = createRerunner(
  async () => {
    await tellMetrics();
    await reconciler.refresh();
    await tellMetrics();
    await reconciler.refreshEarlier();
    await tellMetrics();
  },
  ({ message }) => tell({ kind: 'unreconciled', error: message })
);

const fetcher = createBillFetcher(
  {
    apis,
    bills,
    now: Date.now,
    afterMidnightMs: settings.afterMidnightMs + Math.floor(Math.random() * JITTER_MS),
    fetch: createFetch(settings, overlay),
  },
  {
    done(provider, months, kept) {
      tell({ kind: 'fetched', provider, months, kept });
      tellAsked();
      if (kept > 0) {
        reconciling.run();
      }
    },
    failed: (provider, { message }) => tell({ kind: 'unfetched', provider, error: message }),
  }
);

let version = bills.version();
const timers = [
  setInterval(() => {
    if (bills.version() !== version) {
      version = bills.version();
      tellAsked();
      reconciling.run();
    }
  }, LOOK_MS),
  setInterval(reconciling.run, RECONCILE_MS),
  setInterval(() => void fetcher.tick(), TICK_MS),
];

function answer({ id, name, query }: Extract<BillRequest, { kind: 'ask' }>): void {
  const answerTo: (from: object, query: never) => unknown = BILL_ANSWERS[name] as never;
  try {
    const found = answerTo({ bills, books, overlay }, query as never);
    tell({ kind: 'answer', id, answer: found }, found instanceof Uint8Array ? [found.buffer as ArrayBuffer] : []);
  } catch (error) {
    tell({ kind: 'failed', id, error: error instanceof Error ? error.message : String(error) });
  }
}

/** What is being kept or reconciled is ended first. */
async function stop(): Promise<void> {
  timers.forEach(clearInterval);
  fetcher.stop();
  await reconciling.stop();
  bills.close();
  database.close();
  // Of the thread, not the process: a connection that is kept alive is no reason to stay.
  process.exit();
}

port.on('message', (request: BillRequest) => {
  if (request.kind === 'ask') {
    answer(request);
  } else if (request.kind === 'reconcile') {
    reconciling.run();
  } else {
    void stop();
  }
});
tellAsked();
reconciling.run();
void fetcher.tick();
