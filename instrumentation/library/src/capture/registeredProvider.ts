const API = Symbol.for('opentelemetry.js.api.1');

/**
 * What anyone has registered to trace, to measure or to keep contexts, through whichever copy and version of the
 * OpenTelemetry API; undefined where nobody has. Another registration is another object.
 */
export function registeredProvider(signal: 'trace' | 'metrics' | 'context' = 'trace'): unknown {
  return (globalThis as { [API]?: Readonly<Record<string, unknown>> })[API]?.[signal];
}
