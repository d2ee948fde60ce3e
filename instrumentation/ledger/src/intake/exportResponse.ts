import { protobufField } from './protobufField.ts';
import type { Refusals } from './refusal.ts';
import type { TraceEncoding } from './traceBody.ts';

const REJECTED = { traces: 'rejectedSpans', metrics: 'rejectedDataPoints' } as const;

/** The response to spans or metrics: empty when everything was taken, else partial success with counts by reason. */
export function exportResponse(encoding: TraceEncoding, refused: Refusals, signal: 'traces' | 'metrics'): Uint8Array {
  const reasons = Object.entries(refused).filter(([, spans]) => spans > 0);
  const rejected = reasons.reduce((sum, [, spans]) => sum + spans, 0);
  if (rejected === 0) {
    return encoding === 'json' ? Buffer.from('{}') : Buffer.alloc(0);
  }
  const errorMessage = reasons.map(([reason, spans]) => `${spans} ${reason}`).join(', ');
  return encoding === 'json'
    ? Buffer.from(JSON.stringify({ partialSuccess: { [REJECTED[signal]]: String(rejected), errorMessage } }))
    : protobufField(1, Buffer.concat([protobufField(1, rejected), protobufField(2, errorMessage)]));
}
