import { BodyTooLarge } from '../intake/bodyTooLarge.ts';
import { decodeMetrics } from '../intake/decodeMetrics.ts';
import { decodeTraces, type DecodedTraces } from '../intake/decodeTraces.ts';
import { MalformedBody } from '../intake/malformedBody.ts';
import type { TraceBody } from '../intake/traceBody.ts';
import type { TraceOutcome } from '../intake/traceOutcome.ts';

/** Decodes a body, or says what to answer instead. */
export function decodeBody(body: TraceBody, maxInflatedBytes: number): DecodedTraces | TraceOutcome {
  try {
    return (body.signal === 'metrics' ? decodeMetrics : decodeTraces)(body, maxInflatedBytes);
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      return { kind: 'too_large', message: error.message };
    }
    // A decoder that fails in another way than it should still concerns this one body.
    return { kind: 'malformed', message: error instanceof MalformedBody ? error.message : 'the body cannot be read' };
  }
}
