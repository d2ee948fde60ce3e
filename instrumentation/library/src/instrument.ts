import { diag } from '@opentelemetry/api';
import { installGuard } from './budget/index.ts';
import {
  captureHealth,
  EndpointTable,
  PrefixMeter,
  registeredProvider,
  tapBatches,
  tapHttp1,
  tapHttp2,
  tapHttpClient,
  tapUndici,
  type CapturedCall,
  type Tap,
  type TapOptions,
} from './capture/index.ts';
import { attributionStorage, carryBaggage, resolveAttribution } from './attribution/index.ts';
import { isFreePath } from './capture/wire/isFreePath.ts';
import {
  encodeEnvelope,
  encodeWorkRecord,
  flushOnExit,
  loadPricer,
  postOtlp,
  PresetIdGenerator,
  RecordEncoder,
  RecordExporter,
  SpanShower,
  startSdk,
  type Pricer,
  type StartedSdk,
} from './export/index.ts';
import { MONEY_SCOPE, WORK_SCOPE } from './contract/index.ts';
import type { Health } from './health.ts';
import type { InstrumentOptions } from './instrumentOptions.ts';
import { LIBRARY_VERSION } from './libraryVersion.ts';
import { readConfig } from './readConfig.ts';
import { ClientMetrics } from './telemetry/index.ts';
import { running, type Instrumentation } from './running.ts';
import { within } from './within.ts';

const FLUSH_MS = 10_000;

/**
 * Starts capturing every AI call of this process. A second call, from this or another copy of the package, changes nothing
 * and returns what runs already. Never throws: bad configuration is reported through OpenTelemetry's diag and replaced.
 */
export function instrument(options: InstrumentOptions = {}): Instrumentation {
  const already = running.get();
  if (already !== undefined) {
    diag.debug('ai-finops: already running in this process');
    return already;
  }
  const config = readConfig(process.env, options);
  for (const problem of config.problems) {
    diag.error(`ai-finops: ${problem}`);
  }

  const exporterOf = (scope: typeof MONEY_SCOPE | typeof WORK_SCOPE) =>
    new RecordExporter({
      post: postOtlp(config.tracesUrl, config.headers),
      envelope: encodeEnvelope(config.resource, LIBRARY_VERSION, scope),
      maxQueueBytes: config.maxQueueBytes,
    });
  const exporter = exporterOf(MONEY_SCOPE);
  let workExporter: RecordExporter | undefined;
  const encoder = new RecordEncoder();
  const shower = new SpanShower(LIBRARY_VERSION);
  const clientMetrics = config.clientMetrics ? new ClientMetrics(LIBRARY_VERSION) : undefined;
  let pricer: Pricer | undefined;
  let loading: Promise<void> | undefined;
  let sdk: StartedSdk | undefined;
  let undoExit: (() => void) | undefined;

  const startOwnSdk = async () => {
    const idGenerator = new PresetIdGenerator();
    const { tracesUrl, headers, serviceName } = config;
    sdk = await startSdk({ tracesUrl: tracesUrl.href, headers, serviceName, env: process.env, idGenerator });
    shower.sdkReady(sdk === undefined ? undefined : idGenerator);
  };
  /** Calls that have ended become records now. */
  const catchUp = () => taps.forEach((tap) => tap.catchUp?.());
  const abandon = () => {
    catchUp();
    exporter.abandon();
    workExporter?.abandon();
  };
  /** At the first exchange: a service that makes no AI calls pays nothing, and its own SDK has long been set up. */
  const begin = () => {
    if (loading !== undefined) {
      return;
    }
    undoExit = flushOnExit({
      recorded() {
        catchUp();
        return exporter.health.recorded + (workExporter?.health.recorded ?? 0);
      },
      flush,
      abandon,
    });
    const startsSdk = config.startSdk && registeredProvider() === undefined;
    if (startsSdk) {
      shower.awaitSdk();
    }
    loading = new Promise((resolve) => setImmediate(resolve))
      .then(() => Promise.all([loadPricer(), startsSdk ? startOwnSdk() : undefined]))
      .then(([loaded]) => {
        pricer = loaded;
      });
  };
  const flushSpans = async () => {
    await loading;
    await sdk?.flush().catch((error: unknown) => diag.warn('ai-finops: shown spans could not be flushed', error));
  };
  const estimate = (call: CapturedCall) => {
    try {
      return pricer?.(call);
    } catch (error) {
      diag.error('ai-finops: a call could not be priced here; the ledger still prices it', error);
      return undefined;
    }
  };

  const endpoints = new EndpointTable(config.endpoints);
  const tapOptions: TapOptions = {
    endpoints,
    accounts: config.accounts,
    defaults: config.defaults,
    allowEmailTenants: config.allowEmailTenants,
    prefixes: config.measurePrefixes ? new PrefixMeter() : undefined,
    onBegin: begin,
    // The SDK that we started is flushed by us, after the calls are read; the application's by itself, whenever it likes.
    isAwaited: () =>
      sdk === undefined && (registeredProvider() !== undefined || registeredProvider('metrics') !== undefined),
    onCall(call) {
      const cost = estimate(call);
      exporter.add(encoder.encode(call, shower.show(call, cost), cost));
      clientMetrics?.record(call);
      call.attribution.follower?.ended(call);
    },
  };
  const taps: readonly Tap[] = [tapUndici, tapBatches, tapHttp1, tapHttp2].map((start) => start(tapOptions));
  const stopHttpTap = tapHttpClient(endpoints);

  const stopBaggage = config.carryBaggage
    ? carryBaggage((origin, path) => endpoints.match(origin, path) !== undefined, config.allowEmailTenants)
    : undefined;
  let removeGuard: (() => void) | undefined;
  const guardBudgets = () => {
    removeGuard ??= installGuard(({ origin, pathname }) => {
      const match = endpoints.match(origin, pathname);
      return match === 'unread' ? (isFreePath(pathname) ? undefined : 'unread') : match?.provider;
    });
  };
  if (config.guardBudgets) {
    guardBudgets();
  }

  const flush = async (timeoutMs = FLUSH_MS): Promise<boolean> => {
    await Promise.all(taps.map((tap) => tap.settled()));
    // The application may have a turn between our reading and our sending.
    await new Promise((resolve) => setImmediate(resolve));
    const [isDelivered, isWorkDelivered] = await Promise.all([
      exporter.flush(timeoutMs),
      workExporter?.flush(timeoutMs) ?? true,
      within(timeoutMs, flushSpans()),
    ]);
    return isDelivered && isWorkDelivered;
  };
  return running.set({
    flush,
    async shutdown() {
      removeGuard?.();
      stopBaggage?.();
      taps.forEach((tap) => tap.stop());
      stopHttpTap();
      running.clear();
      await loading;
      await flush();
      undoExit?.();
      abandon();
      await sdk?.shutdown().catch((error: unknown) => diag.warn('ai-finops: OpenTelemetry did not shut down', error));
    },
    health(): Health {
      catchUp();
      return { ...captureHealth, ...exporter.health, pending: exporter.pending };
    },
    recordWork(describe) {
      begin();
      workExporter ??= exporterOf(WORK_SCOPE);
      const { defaults, allowEmailTenants } = config;
      workExporter.add(
        encodeWorkRecord(describe((current) => resolveAttribution(current, defaults, allowEmailTenants)))
      );
    },
    guardBudgets,
    attributionHere() {
      // Without who follows an exchange: this is none.
      const { follow: _follow, ...current } = attributionStorage.getStore() ?? {};
      return resolveAttribution(current, config.defaults, config.allowEmailTenants);
    },
  });
}
