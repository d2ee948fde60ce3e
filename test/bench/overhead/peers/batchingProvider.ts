import type * as Api from '@opentelemetry/api';
import type * as Sdk from '@opentelemetry/sdk-trace';
import { createRequire } from 'node:module';
import path from 'node:path';

type Exporter = ConstructorParameters<typeof Sdk.BatchSpanProcessor>[0]['exporter'];

/**
 * OpenTelemetry's SDK of `folder` as services run it: context manager, batches, OTLP protobuf. The provider is not
 * registered globally.
 */
export function batchingProvider(folder: string, sinkUrl: string): Sdk.TracerProvider {
  const fromPeer = createRequire(path.join(folder, 'package.json'));
  const { context } = fromPeer('@opentelemetry/api') as typeof Api;
  const { AsyncLocalStorageContextManager } = fromPeer('@opentelemetry/context-async-hooks') as {
    AsyncLocalStorageContextManager: new () => Api.ContextManager;
  };
  const { OTLPTraceExporter } = fromPeer('@opentelemetry/exporter-trace-otlp-proto') as {
    OTLPTraceExporter: new (options: { url: string }) => Exporter;
  };
  const { BatchSpanProcessor, TracerProvider } = fromPeer('@opentelemetry/sdk-trace') as typeof Sdk;
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new OTLPTraceExporter({ url: `${sinkUrl}/peer/v1/traces` });
  return new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
}
