const API = Symbol.for('opentelemetry.js.api.1');

/** Whether anyone has registered a tracer provider, through whichever copy and version of the OpenTelemetry API. */
export function hasTracerProvider(): boolean {
  const registry = (globalThis as { [API]?: { trace?: unknown } })[API];
  return registry?.trace !== undefined;
}
