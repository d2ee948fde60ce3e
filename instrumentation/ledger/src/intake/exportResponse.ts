import { protobufField } from './protobufField.ts';
import type { Refusals } from './refusal.ts';
import type { TraceEncoding } from './traceBody.ts';

/** The `ExportTraceServiceResponse`: empty when everything was taken, else partial success with counts by reason. */
export function exportResponse(encoding: TraceEncoding, refused: Refusals): Uint8Array {
  const reasons = Object.entries(refused).filter(([, spans]) => spans > 0);
  const rejectedSpans = reasons.reduce((sum, [, spans]) => sum + spans, 0);
  if (rejectedSpans === 0) {
    return encoding === 'json' ? Buffer.from('{}') : Buffer.alloc(0);
  }
  const errorMessage = reasons.map(([reason, spans]) => `${spans} ${reason}`).join(', ');
  return encoding === 'json'
    ? Buffer.from(JSON.stringify({ partialSuccess: { rejectedSpans: String(rejectedSpans), errorMessage } }))
    : protobufField(1, Buffer.concat([protobufField(1, rejectedSpans), protobufField(2, errorMessage)]));
}
