import { createPriceBook, NO_OVERLAY, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import type { RequestListener } from 'node:http';
import type { Registry } from 'prom-client';
import { lookInThread } from '../anomalies/lookInThread.ts';
import { createApi } from '../api/createApi.ts';
import type { LedgerMetrics } from '../books/createLedgerMetrics.ts';
import type { LiveBooks } from '../books/liveBooks.ts';
import { metricsText } from '../books/metricsText.ts';
import type { MonthBooks } from '../books/monthBooks.ts';
import { registerBooksCheck } from '../books/registerBooksCheck.ts';
import { registerCapMetrics } from '../books/registerCapMetrics.ts';
import { registerLiveMetrics } from '../books/registerLiveMetrics.ts';
import { registerMonthCost } from '../books/registerMonthCost.ts';
import { registerForecast } from '../forecasts/registerForecast.ts';
import type { Gate } from '../intake/acceptsBearer.ts';
import { monthBudget } from '../ownership/monthBudget.ts';
import type { Owners } from '../ownership/owners.ts';
import type { OwnersFile } from '../ownership/ownersFile.ts';
import { registerOwnership } from '../ownership/registerOwnership.ts';
import { totalName } from '../ownership/totalName.ts';
import { openQuestions } from '../questions/openQuestions.ts';
import { dayText } from '../store/dayText.ts';
import type { Store } from '../store/store.ts';
import type { BooksCheck } from './createBooksCheck.ts';
import type { Readiness } from './createReadiness.ts';
import type { LedgerSettings } from './ledgerSettings.ts';
import { onChange } from './onChange.ts';
import type { RunningCloses } from './startCloses.ts';
import { startBills } from './startBills.ts';
import { startExports } from './startExports.ts';
import { startForecasts } from './startForecasts.ts';
import { startGovernance } from './startGovernance.ts';
import { startOpenDay } from './startOpenDay.ts';
import { startReadings } from './startReadings.ts';
import { watchOwners } from './watchOwners.ts';

/** What the doors opened with. */
export interface WorkParts {
  readonly settings: LedgerSettings;
  readonly path: string;
  readonly store: Store;
  readonly overlay: PriceOverlay | undefined;
  readonly ownersFile: OwnersFile | undefined;
  readonly owners: () => Owners;
  readonly outcomesToken: string | undefined;
  readonly apiGate: Gate | undefined;
  readonly live: LiveBooks;
  readonly month: MonthBooks;
  readonly registry: Registry;
  readonly metrics: LedgerMetrics;
  readonly readiness: Readiness;
  readonly check: BooksCheck;
  readonly closes: RunningCloses;
}

export interface RunningWork {
  /** `/metrics` as text, in pieces. */
  metrics(): Promise<readonly Uint8Array[]>;
  readonly api: RequestListener;
  /** Ends what is under way; the doors are closed by then. */
  stop(): Promise<void>;
}

const JUDGE_AGAIN_MS = 3_600_000;
const OPEN_LOOK_LIMIT_MS = 90_000;

/** All that a ledger does beside taking calls: metrics, closes, the API, what is looked for, asked, fetched and written. */
export async function startWork(parts: WorkParts): Promise<RunningWork> {
  const { settings, path, store, ownersFile, owners, closes, live, month, registry, metrics, readiness, check } = parts;
  const { closer, anomalies } = closes;
  const { log } = settings;
  const overlay = parts.overlay ?? NO_OVERLAY;
  const verify = settings.grafanaUrl === undefined ? undefined : await signedBy(settings.grafanaUrl);

  registerLiveMetrics(registry, live, Date.now);
  registerMonthCost(registry, month, () => totalName(owners()), Date.now);
  registerOwnership(registry, ownersFile, Date.now);
  registerBooksCheck(registry, check);
  const unwatchOwners = ownersFile && watchOwners(ownersFile, store, log, () => governance.changed());
  const openDay = startOpenDay(
    {
      ...{ ...closes.rules, registry, labels: live.labels, now: Date.now },
      judge: (request) => lookInThread(path, 'open', request, OPEN_LOOK_LIMIT_MS),
    },
    log
  );
  registerCapMetrics(registry, live.labels, closes.foldedTenants);
  const exports = startExports({ path, out: settings.exportDir }, metrics, log);
  const questions = openQuestions(path, overlay);
  const bills = startBills({ data: settings.data, booksPath: path, settings: settings.bills, overlay, registry }, log);
  const forecasts = startForecasts({ ask: questions.ask, store, now: Date.now }, log);
  registerForecast(
    registry,
    forecasts.current,
    () => owners().total.team ?? 'total',
    (scope, name) => monthBudget(owners(), scope, name)
  );
  const stopReadings = startReadings(
    {
      ...{ url: settings.outcomesPrometheus, token: parts.outcomesToken },
      ...{ store, owners, now: Date.now, done: metrics.readOutside },
    },
    log
  );
  const governance = startGovernance({ ask: questions.ask, owners, registry }, log);
  closes.onClosed((days) => {
    const [first, last] = [days[0], days.at(-1)];
    if (first !== undefined && last !== undefined) {
      log('info', 'days closed', { days: days.length, from: dayText(first), through: dayText(last) });
      exports.run();
      forecasts.run();
      governance.closed();
      bills.reconcile();
    }
  });
  const api = createApi({
    store,
    ask: questions.ask,
    anomalies: closes.rules.books,
    askBills: bills.ask,
    openAnomalies: openDay.current,
    closer,
    otherFamilies: closes.otherFamilies,
    owners,
    prices: createPriceBook(overlay),
    policy: governance.policy,
    quotas: governance.quotas,
    now: Date.now,
    gate: parts.apiGate,
    verify,
    readiness,
  });

  const tickMs = Math.min(Math.max(Math.min(settings.close.graceMs, settings.close.quietMs) / 4, 250), 15_000);
  const tended = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'days close again')
      : log('error', 'days could not be closed or dropped: it is tried again', { error })
  );
  let ticking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    ticking = Promise.all([closer.tick(), store.prune()]).then(
      () => tended(undefined),
      (error: unknown) => tended(error instanceof Error ? error.message : String(error))
    );
  }, tickMs);
  const judging = setInterval(() => void anomalies.judgeAgain().then(openDay.look), JUDGE_AGAIN_MS);

  return {
    api,
    metrics: async () => [...(await metricsText(registry)), bills.metrics()],
    async stop() {
      clearInterval(timer);
      clearInterval(judging);
      unwatchOwners?.();
      await ticking;
      await stopReadings();
      const asking = [forecasts.stop(), governance.stop()];
      await questions.stop();
      await Promise.all(asking);
      await exports.stop();
      await openDay.stop();
      await closes.stop();
      await bills.stop();
    },
  };
}

/** Loaded where it is needed: signatures are a tenth of the ledger's start. */
async function signedBy(grafanaUrl: string) {
  const { grafanaTokens } = await import('../api/identity/grafanaTokens.ts');
  return grafanaTokens(grafanaUrl);
}
