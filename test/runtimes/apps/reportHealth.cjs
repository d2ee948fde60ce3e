/*
 * Preloaded before everything: appends, when a thread or process ends, what the instrumentation says of itself and what
 * it warned of, as one line of JSON to HEALTH_FILE.
 */
const { diag, DiagLogLevel } = require('@opentelemetry/api');
const { appendFileSync } = require('node:fs');

const warnings = [];
const keep = (message) => warnings.push(message);
const ignore = () => undefined;
diag.setLogger({ error: keep, warn: keep, info: ignore, debug: ignore, verbose: ignore }, DiagLogLevel.WARN);

process.on('exit', () => {
  const health = globalThis[Symbol.for('ai-finops.instrumentation.v1')]?.health();
  const told = {
    ...health,
    lastHandlerError: health?.lastHandlerError?.stack,
    uncaptured: [...(health?.uncaptured ?? [])],
  };
  appendFileSync(process.env.HEALTH_FILE, `${JSON.stringify({ isRunning: Boolean(health), ...told, warnings })}\n`);
});
