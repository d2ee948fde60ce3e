import { diag, metrics } from '@opentelemetry/api';
import { captureHealth } from './captureHealth.ts';

const MAX_KINDS = 200;

/** Counts a call to a provider that the tap cannot read, and warns once for each host and transport. */
export function countUncaptured(host: string, transport: string): void {
  const { uncaptured } = captureHealth;
  const kind = `${host}|${transport}`;
  const before = uncaptured.get(kind);
  if (before === undefined && uncaptured.size >= MAX_KINDS) {
    return;
  }
  uncaptured.set(kind, (before ?? 0) + 1);
  metrics.getMeter('ai-finops').createCounter('ai_finops_uncaptured_calls').add(1, { host, transport });
  if (before === undefined) {
    diag.warn(`ai-finops: calls to ${host} by ${transport} are not captured; their cost will be missing`);
  }
}
