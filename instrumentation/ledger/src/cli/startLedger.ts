import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createAnomalyFamily } from '../anomalies/createAnomalyFamily.ts';
import { createAnomalyRunner } from '../anomalies/createAnomalyRunner.ts';
import { lookInThread } from '../anomalies/lookInThread.ts';
import { createApi } from '../api/createApi.ts';
import { createMetricsServer } from '../api/createMetricsServer.ts';
import { createLedgerMetrics } from '../books/createLedgerMetrics.ts';
import { LiveBooks } from '../books/liveBooks.ts';
import { MonthBooks } from '../books/monthBooks.ts';
import { registerCapMetrics } from '../books/registerCapMetrics.ts';
import { registerLiveMetrics } from '../books/registerLiveMetrics.ts';
import { registerMonthCost } from '../books/registerMonthCost.ts';
import { createCloser } from '../closes/createCloser.ts';
import { registerForecast } from '../forecasts/registerForecast.ts';
import { createOtherCostFamily } from '../ownership/createOtherCostFamily.ts';
import { monthBudget } from '../ownership/monthBudget.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { OwnersFile } from '../ownership/ownersFile.ts';
import { registerOwnership } from '../ownership/registerOwnership.ts';
import { totalName } from '../ownership/totalName.ts';
import { teamsOfFeatures } from '../ownership/teamsOfFeatures.ts';
import { thresholdNanoUsd } from '../ownership/thresholdNanoUsd.ts';
import { acceptsBearer, type Gate } from '../intake/acceptsBearer.ts';
import { createIntake } from '../intake/createIntake.ts';
import { openQuestions } from '../questions/openQuestions.ts';
import { AnomalyBooks } from '../store/anomalyBooks.ts';
import { eventDay, type EventDay } from '../store/eventDay.ts';
import { dayText } from '../store/dayText.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { openStore } from '../store/openStore.ts';
import { prepareBooks } from '../store/prepareBooks.ts';
import { Unusable } from '../store/unusable.ts';
import { createDoor } from './createDoor.ts';
import { createReadiness } from './createReadiness.ts';
import { isLoopback } from './isLoopback.ts';
import type { LedgerSettings } from './ledgerSettings.ts';
import { listen } from './listen.ts';
import { onChange } from './onChange.ts';
import { readPrices } from './readPrices.ts';
import { readTls } from './readTls.ts';
import { readTokens } from './readTokens.ts';
import { startBills } from './startBills.ts';
import { startExports } from './startExports.ts';
import { startForecasts } from './startForecasts.ts';
import { startReadings } from './startReadings.ts';
import { startOpenDay } from './startOpenDay.ts';
import { startGovernance } from './startGovernance.ts';
import { stopServer } from './stopServer.ts';
import { watchOwners } from './watchOwners.ts';

export interface RunningLedger {
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  /** Answers what is in flight, checkpoints, lets go of the data directory. */
  stop(): Promise<void>;
}

const STOP_GRACE_MS = 5_000;
/** A scrape of the closes may wait this long for the first look at a day. */
const JUDGING_LIMIT_MS = 20_000;
const JUDGE_AGAIN_MS = 3_600_000;
const OPEN_LOOK_LIMIT_MS = 90_000;

/**
 * Starts a ledger: lock, integrity, store, counters restored, and only then the doors.
 *
 * @throws Unusable
 */
export async function startLedger(settings: LedgerSettings): Promise<RunningLedger> {
  const { log } = settings;
  const apiHost = settings.apiHost ?? settings.host;
  const intakeGate = gate(settings.intakeTokenFile);
  const apiGate = gate(settings.apiTokenFile);
  if (!apiGate && !isLoopback(apiHost)) {
    throw new Unusable(
      `the API on ${apiHost} would let anybody who reaches it read and close the books: ` +
        `give --api-token-file, or keep it on this machine with --api-host 127.0.0.1`
    );
  }
  const verify = settings.grafanaUrl === undefined ? undefined : await signedBy(settings.grafanaUrl);
  const createServer = createDoor(readTls(settings.tlsCert, settings.tlsKey));
  const overlay = readPrices(settings.prices);
  const unlock = lockDataDir(settings.data);
  const path = prepareBooks(settings.data);
  const { finops } = settings;
  const ownersFile = finops
    ? new OwnersFile({ path: finops, copy: join(settings.data, 'finops.last-good.yaml'), now: Date.now })
    : undefined;
  const owners = () => ownersFile?.owners ?? NO_OWNERS;

  const live = new LiveBooks();
  const month = new MonthBooks(live.labels);
  const registry = new Registry();
  const { retentionDays, maxSkewMs, limits } = settings;
  const store = openStore(
    {
      path,
      overlay,
      teams: teamsOfFeatures(owners()),
      services: owners().services,
      retentionDays,
      maxSkewMs,
      maxInflatedBytes: limits.inflatedBytes,
    },
    {
      committed(delta) {
        live.apply(delta, eventDay(Date.now()));
        month.add(delta.books, eventDay(Date.now()));
        metrics.committed(delta);
      },
      read: (counts) => metrics.read(counts),
      failed: settings.failed,
    }
  );
  live.restore(store.books, eventDay(Date.now()));
  month.restore(store.books, eventDay(Date.now()));
  registerLiveMetrics(registry, live, Date.now);
  registerMonthCost(registry, month, () => totalName(owners()), Date.now);
  registerOwnership(registry, ownersFile, Date.now);
  const unwatchOwners = ownersFile && watchOwners(ownersFile, store, log, () => governance.changed());

  const writable = onChange<string | undefined>(undefined, (error) =>
    error === undefined
      ? log('info', 'the books can be written again')
      : log('error', 'the books cannot be written: senders are told to come back', { error })
  );
  const readiness = createReadiness(store.probe, Date.now);
  const intake = createIntake({
    limits,
    gate: intakeGate,
    readiness,
    createServer,
    async append(body) {
      const outcome = await store.append(body);
      if (outcome.kind === 'kept') {
        metrics.refused(outcome.refused);
        writable(undefined);
      } else if (outcome.kind === 'unavailable') {
        writable(outcome.message);
      }
      return outcome;
    },
    onResponse: (httpStatus) => metrics.responded(httpStatus),
  });
  const metrics = createLedgerMetrics(registry, () => intake.admission.bytesInFlight);
  const found = new AnomalyBooks(path);
  const rules = {
    books: found,
    gate: () => thresholdNanoUsd(owners(), 'anomaly_min_usd_day'),
    marks: () => found.marks(),
  };
  const anomalies = createAnomalyRunner({
    ...rules,
    judge: (request) => lookInThread(path, 'closed', request, JUDGING_LIMIT_MS),
    keep: store.keepAnomalies,
    today: () => eventDay(Date.now()),
    onOutcome: onChange<string | undefined>(undefined, (error) =>
      error === undefined
        ? log('info', 'anomalies are looked for again')
        : log('error', 'anomalies could not be looked for: it is tried again', { error })
    ),
  });
  const openDay = startOpenDay(
    {
      ...{ ...rules, registry, labels: live.labels, now: Date.now },
      judge: (request) => lookInThread(path, 'open', request, OPEN_LOOK_LIMIT_MS),
    },
    log
  );
  const otherFamilies = [
    createOtherCostFamily(owners),
    createAnomalyFamily((day) => found.anomalies(day, day, 'first')),
  ];
  const exports = startExports({ path, out: settings.exportDir }, metrics, log);
  const questions = openQuestions(path);
  const prices = createPriceBook(overlay);
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
      ...{ url: settings.outcomesPrometheus, tokenFile: settings.outcomesTokenFile },
      ...{ store, owners, now: Date.now, done: metrics.readOutside },
    },
    log
  );
  const governance = startGovernance({ ask: questions.ask, owners, overlay, registry }, log);
  const closed = (days: readonly EventDay[]) => {
    const [first, last] = [days[0], days.at(-1)];
    if (first !== undefined && last !== undefined) {
      log('info', 'days closed', { days: days.length, from: dayText(first), through: dayText(last) });
      exports.run();
      forecasts.run();
      governance.closed();
      bills.reconcile();
    }
  };
  let foldedTenants = 0;
  const closer = createCloser(store, live.labels, settings.close, Date.now, otherFamilies, {
    closed,
    prepare: anomalies.judgeNew,
    rendered: (folded) => (foldedTenants = folded),
  });
  registerCapMetrics(registry, live.labels, () => foldedTenants);
  const metricsServer = createMetricsServer(registry, closer, { readiness, more: bills.metrics, createServer });
  const apiServer = createApi({
    store,
    ask: questions.ask,
    anomalies: found,
    askBills: bills.ask,
    openAnomalies: openDay.current,
    closer,
    otherFamilies,
    owners,
    prices,
    policy: governance.policy,
    quotas: governance.quotas,
    now: Date.now,
    gate: apiGate,
    verify,
    readiness,
    createServer,
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

  const stop = async () => {
    clearInterval(timer);
    clearInterval(judging);
    unwatchOwners?.();
    await Promise.all([intake.server, metricsServer, apiServer].map((server) => stopServer(server, STOP_GRACE_MS)));
    await ticking;
    await stopReadings();
    const asking = [forecasts.stop(), governance.stop()];
    await questions.stop();
    await Promise.all(asking);
    await exports.stop();
    await anomalies.idle();
    await openDay.stop();
    found.close();
    await bills.stop();
    await store.stop();
    unlock();
  };
  // Doors open once the thread that writes is there: who is told "ready" may look at /readyz at once. Books that cannot be
  // written are no reason not to start: /readyz says why.
  await store.probe().catch(() => undefined);
  try {
    return {
      metricsPort: await listen(metricsServer, settings.host, settings.metricsPort, '--metrics-port'),
      apiPort: await listen(apiServer, apiHost, settings.apiPort, '--api-port'),
      intakePort: await listen(intake.server, settings.host, settings.intakePort, '--intake-port'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Loaded where it is needed: signatures are a tenth of the ledger's start. */
async function signedBy(grafanaUrl: string) {
  const { grafanaTokens } = await import('../api/identity/grafanaTokens.ts');
  return grafanaTokens(grafanaUrl);
}

function gate(tokenFile: string | undefined): Gate | undefined {
  return tokenFile === undefined ? undefined : acceptsBearer(readTokens(tokenFile));
}
