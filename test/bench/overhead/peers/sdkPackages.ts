/** OpenTelemetry's SDK as peers are run with, installed beside them. */
export const SDK_PACKAGES = {
  '@opentelemetry/api': '1.10.0',
  '@opentelemetry/context-async-hooks': '3.1.0',
  '@opentelemetry/exporter-trace-otlp-proto': '0.301.1',
  '@opentelemetry/sdk-trace': '3.1.1',
} as const;
