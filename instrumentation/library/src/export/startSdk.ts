import { diag, trace } from '@opentelemetry/api';
import type { PresetIdGenerator } from './presetIdGenerator.ts';
import { registeredProvider } from '../capture/index.ts';

export interface SdkOptions {
  /** Where shown spans go unless the standard OTEL_ variables say otherwise: `…/v1/traces`. */
  readonly tracesUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly idGenerator: PresetIdGenerator;
}

/** The SDK we started. */
export interface StartedSdk {
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}

/**
 * Starts `@opentelemetry/sdk-node` for traces, unless the service has a tracer provider by the time it is loaded.
 * Sets no propagator unless OTEL_PROPAGATORS asks for one: clients that inject trace headers or baggage by themselves (the
 * Anthropic SDK does) must not begin to because of us. Undefined where it was not started.
 */
export async function startSdk({
  tracesUrl,
  headers,
  serviceName,
  env,
  idGenerator,
}: SdkOptions): Promise<StartedSdk | undefined> {
  try {
    const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
      import('@opentelemetry/sdk-node'),
      import('@opentelemetry/exporter-trace-otlp-proto'),
    ]);
    if (registeredProvider() !== undefined) {
      return undefined;
    }
    const isRedirected =
      env['OTEL_EXPORTER_OTLP_ENDPOINT'] !== undefined || env['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'] !== undefined;
    // The default of 10 s would hold up the end of a process for as long, where the Collector is down.
    const patience = env['OTEL_EXPORTER_OTLP_TIMEOUT'] === undefined ? { timeoutMillis: 3000 } : {};
    const sdk = new NodeSDK({
      idGenerator,
      ...(serviceName === undefined ? {} : { serviceName }),
      ...(env['OTEL_TRACES_EXPORTER'] === undefined
        ? {
            traceExporter: new OTLPTraceExporter({ ...patience, ...(isRedirected ? {} : { url: tracesUrl, headers }) }),
          }
        : {}),
      ...(env['OTEL_PROPAGATORS'] === undefined ? { textMapPropagator: null } : {}),
      ...(env['OTEL_METRICS_EXPORTER'] === undefined ? { metricReaders: [] } : {}),
      ...(env['OTEL_LOGS_EXPORTER'] === undefined ? { logRecordProcessors: [] } : {}),
    });
    sdk.start();
    return { flush: flushGlobalProvider, shutdown: () => sdk.shutdown() };
  } catch (error) {
    diag.error('ai-finops: OpenTelemetry could not be started; money records are sent all the same', error);
    return undefined;
  }
}

async function flushGlobalProvider(): Promise<void> {
  const proxy: object = trace.getTracerProvider();
  const provider: unknown =
    'getDelegate' in proxy && typeof proxy.getDelegate === 'function' ? proxy.getDelegate() : proxy;
  if (typeof provider === 'object' && provider !== null && 'forceFlush' in provider) {
    const { forceFlush } = provider;
    if (typeof forceFlush === 'function') {
      await forceFlush.call(provider);
    }
  }
}
