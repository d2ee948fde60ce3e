import { context } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';

/** OpenTelemetry's SDK as services run it: context manager, batches, OTLP protobuf. Not registered globally. */
export function batchingProvider(sinkUrl: string): TracerProvider {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = new OTLPTraceExporter({ url: `${sinkUrl}/peer/v1/traces` });
  return new TracerProvider({ spanProcessors: [new BatchSpanProcessor({ exporter })] });
}
