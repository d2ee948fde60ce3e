import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Registry } from 'prom-client';
import { createMetricsServer } from '../api/createMetricsServer.ts';
import { createLedgerMetrics } from '../books/createLedgerMetrics.ts';
import { LiveBooks } from '../books/liveBooks.ts';
import { MonthBooks } from '../books/monthBooks.ts';
import type { Closer } from '../closes/createCloser.ts';
import { acceptsBearer, type Gate } from '../intake/acceptsBearer.ts';
import { createIntake } from '../intake/createIntake.ts';
import { teamsOfFeatures } from '../ownership/teamsOfFeatures.ts';
import { corruptBooks } from '../store/corruptBooks.ts';
import { eventDay } from '../store/eventDay.ts';
import { guardedStore } from '../store/guardedStore.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { openStore } from '../store/openStore.ts';
import { prepareBooks } from '../store/prepareBooks.ts';
import { saysDamage } from '../store/saysDamage.ts';
import { Unusable } from '../store/unusable.ts';
import { createBooksCheck } from './createBooksCheck.ts';
import { createDoor } from './createDoor.ts';
import { createReadiness } from './createReadiness.ts';
import { isLoopback } from './isLoopback.ts';
import type { LedgerSettings } from './ledgerSettings.ts';
import { listen } from './listen.ts';
import { onChange } from './onChange.ts';
import { readTokens } from './readTokens.ts';
import type { RunningWork } from './startWork.ts';
import { stopServer } from './stopServer.ts';

export interface RunningLedger {
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  /** Answers what is in flight, checkpoints, lets go of the data directory. */
  stop(): Promise<void>;
}

const STOP_GRACE_MS = 5_000;
/** What follows the closes waits this long for them: those that were kept are read, and have left, before the loop is busy. */
const SHOWN_FIRST_MS = 250;

/**
 * Starts a ledger: lock, store, counters restored, then the doors, and only then what is not needed to take calls. Who asks
 * for that before it is there waits for it.
 *
 * @param storeThread loads while this thread does
 * @throws Unusable
 */
export async function startLedger(settings: LedgerSettings, storeThread: Worker): Promise<RunningLedger> {
  const { log, finops } = settings;
  const apiHost = settings.apiHost ?? settings.host;
  const intakeGate = gate(settings.intakeTokenFile);
  const apiGate = gate(settings.apiTokenFile);
  if (!apiGate && !isLoopback(apiHost)) {
    throw new Unusable(
      `the API on ${apiHost} would let anybody who reaches it read and close the books: ` +
        `give --api-token-file, or keep it on this machine with --api-host 127.0.0.1`
    );
  }
  const { outcomesPrometheus, outcomesTokenFile } = settings;
  const isOutcomesTokenAsked = outcomesPrometheus !== undefined && outcomesTokenFile !== undefined;
  const outcomesToken = isOutcomesTokenAsked ? readTokens(outcomesTokenFile)[0] : undefined;
  const createServer = await createDoor(settings.tlsCert, settings.tlsKey);
  // Most of what reads documents and prices is not needed where there are none.
  const overlay = settings.prices ? (await import('./readPrices.ts')).readPrices(settings.prices) : undefined;
  const unlock = lockDataDir(settings.data);
  const prepared = prepareBooks(settings.data);
  const { path } = prepared;
  const ownersFile = finops ? (await import('./openOwners.ts')).openOwners(finops, settings.data) : undefined;

  const check = createBooksCheck({ ...prepared, data: settings.data, now: Date.now }, log);
  const live = new LiveBooks();
  const month = new MonthBooks(live.labels);
  const registry = new Registry();
  const { retentionDays, maxSkewMs, limits } = settings;
  const opened = openStore(
    {
      path,
      overlay,
      teams: ownersFile ? teamsOfFeatures(ownersFile.owners) : new Map(),
      services: ownersFile?.owners.services,
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
    },
    storeThread
  );
  const store = guardedStore(opened, check.refusal);
  // Books that cannot be written are no reason not to start: /readyz says why.
  const probed = store.probe().catch(() => undefined);
  try {
    live.restore(store.books, eventDay(Date.now()));
    month.restore(store.books, eventDay(Date.now()));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw saysDamage(message) ? corruptBooks(path, message) : error;
  }

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

  const { promise: working, resolve: work } = Promise.withResolvers<RunningWork>();
  const { promise: closer, resolve: withCloser } = Promise.withResolvers<Closer>();
  const metricsServer = createMetricsServer(
    { metrics: async () => (await working).metrics(), closes: async () => (await closer).written() },
    { readiness, createServer }
  );
  const apiServer = createServer((request, response) => void working.then(({ api }) => api(request, response)));
  let isOpen = false;
  const stop = async () => {
    await Promise.all([intake.server, metricsServer, apiServer].map((server) => stopServer(server, STOP_GRACE_MS)));
    check.stop();
    if (isOpen) {
      await (await working).stop();
    }
    await opened.stop();
    unlock();
  };
  // Doors open once the thread that writes is there: who is told "ready" may look at /readyz at once.
  await probed;
  try {
    const ports = {
      metricsPort: await listen(metricsServer, settings.host, settings.metricsPort, '--metrics-port'),
      apiPort: await listen(apiServer, apiHost, settings.apiPort, '--api-port'),
      intakePort: await listen(intake.server, settings.host, settings.intakePort, '--intake-port'),
    };
    isOpen = true;
    const given = { ...{ settings, path, store, overlay, ownersFile, outcomesToken, apiGate }, ...{ live, month } };
    const startRest = async () => {
      const [{ startCloses }, { NO_OWNERS }] = await Promise.all([
        import('./startCloses.ts'),
        import('../ownership/noOwners.ts'),
      ]);
      const parts = { ...given, owners: () => ownersFile?.owners ?? NO_OWNERS };
      const closes = startCloses({ ...parts, labels: live.labels });
      withCloser(closes.closer);
      await Promise.race([closes.shown, sleep(SHOWN_FIRST_MS)]);
      await turn();
      const { startWork } = await (await import('./loadWork.ts')).loadWork();
      return startWork({ ...parts, ...{ closes, registry, metrics, readiness, check } });
    };
    // Whoever waits for the doors is told first.
    setImmediate(() => work(startRest()));
    void working.then(check.run, settings.failed);
    return { ...ports, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function gate(tokenFile: string | undefined): Gate | undefined {
  return tokenFile === undefined ? undefined : acceptsBearer(readTokens(tokenFile));
}
