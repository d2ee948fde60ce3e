const API = Symbol.for('opentelemetry.js.api.1');

/** Whether anyone has registered a meter provider, through whichever copy and version of the OpenTelemetry API. */
export function hasMeterProvider(): boolean {
  const registry = (globalThis as { [API]?: { metrics?: unknown } })[API];
  return registry?.metrics !== undefined;
}
