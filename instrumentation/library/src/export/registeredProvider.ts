const API = Symbol.for('opentelemetry.js.api.1');

/**
 * What anyone has registered as provider of tracers, or of meters, through whichever copy and version of the OpenTelemetry
 * API; undefined where nobody has. Another registration is another object.
 */
export function registeredProvider(signal: 'trace' | 'metrics' = 'trace'): unknown {
  return (globalThis as { [API]?: { trace?: unknown; metrics?: unknown } })[API]?.[signal];
}
