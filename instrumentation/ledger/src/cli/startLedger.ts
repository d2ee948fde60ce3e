import { Registry } from 'prom-client';
import { createApi } from '../api/createApi.ts';
import { createMetricsServer } from '../api/createMetricsServer.ts';
import { createLedgerMetrics } from '../books/createLedgerMetrics.ts';
import { LiveBooks } from '../books/liveBooks.ts';
import { registerLiveMetrics } from '../books/registerLiveMetrics.ts';
import type { ClosePolicy } from '../closes/closePolicy.ts';
import { createCloser } from '../closes/createCloser.ts';
import { createIntake, type IntakeLimits } from '../intake/createIntake.ts';
import { eventDay } from '../store/eventDay.ts';
import { lockDataDir } from '../store/lockDataDir.ts';
import { openStore } from '../store/openStore.ts';
import { prepareBooks } from '../store/prepareBooks.ts';
import { listen } from './listen.ts';
import { readPrices } from './readPrices.ts';
import { stopServer } from './stopServer.ts';

export interface LedgerSettings {
  readonly data: string;
  readonly host: string;
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  readonly prices: string | undefined;
  readonly retentionDays: number;
  readonly maxSkewMs: number;
  readonly limits: IntakeLimits & { readonly inflatedBytes: number };
  readonly close: ClosePolicy;
  /** The store's thread died: nothing can be booked any more. */
  readonly failed: (error: Error) => void;
  /** Days could not be closed or dropped now; it is tried again. */
  readonly delayed: (error: Error) => void;
}

export interface RunningLedger {
  readonly intakePort: number;
  readonly metricsPort: number;
  readonly apiPort: number;
  /** Answers what is in flight, checkpoints, lets go of the data directory. */
  stop(): Promise<void>;
}

const STOP_GRACE_MS = 5_000;

/**
 * Starts a ledger: lock, integrity, store, counters restored, and only then the doors.
 *
 * @throws Unusable
 */
export async function startLedger(settings: LedgerSettings): Promise<RunningLedger> {
  const overlay = readPrices(settings.prices);
  const unlock = lockDataDir(settings.data);
  const path = prepareBooks(settings.data);

  const live = new LiveBooks();
  const registry = new Registry();
  const { retentionDays, maxSkewMs, limits } = settings;
  const store = openStore(
    { path, overlay, retentionDays, maxSkewMs, maxInflatedBytes: limits.inflatedBytes },
    {
      committed(delta) {
        live.apply(delta, eventDay(Date.now()));
        metrics.committed(delta);
      },
      read: (counts) => metrics.read(counts),
      failed: settings.failed,
    }
  );
  live.restore(store.books, eventDay(Date.now()));
  registerLiveMetrics(registry, live, Date.now);

  const intake = createIntake({
    limits,
    async append(body) {
      const outcome = await store.append(body);
      if (outcome.kind === 'kept') {
        metrics.refused(outcome.refused);
      }
      return outcome;
    },
    onResponse: (httpStatus) => metrics.responded(httpStatus),
  });
  const metrics = createLedgerMetrics(registry, () => intake.admission.bytesInFlight);
  const closer = createCloser(store, live.labels, settings.close, Date.now);
  const metricsServer = createMetricsServer(registry, closer);
  const apiServer = createApi({ books: store.books, closer, now: Date.now });

  const tickMs = Math.min(Math.max(Math.min(settings.close.graceMs, settings.close.quietMs) / 4, 250), 15_000);
  let ticking: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    ticking = Promise.all([closer.tick(), store.prune()]).catch(settings.delayed);
  }, tickMs);

  const stop = async () => {
    clearInterval(timer);
    await Promise.all([intake.server, metricsServer, apiServer].map((server) => stopServer(server, STOP_GRACE_MS)));
    await ticking;
    await store.stop();
    unlock();
  };
  try {
    return {
      metricsPort: await listen(metricsServer, settings.host, settings.metricsPort, '--metrics-port'),
      apiPort: await listen(apiServer, settings.host, settings.apiPort, '--api-port'),
      intakePort: await listen(intake.server, settings.host, settings.intakePort, '--intake-port'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
