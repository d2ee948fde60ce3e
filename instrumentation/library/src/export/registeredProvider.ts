const API = Symbol.for('opentelemetry.js.api.1');

/**
 * What anyone has registered as tracer provider, through whichever copy and version of the OpenTelemetry API; undefined
 * where nobody has. Another registration is another object.
 */
export function registeredProvider(): unknown {
  return (globalThis as { [API]?: { trace?: unknown } })[API]?.trace;
}
