import { isId } from './isId.ts';

/** Trace id and span id in one, 24 bytes; undefined where one of them is no id. */
export function spanKey(traceId: Buffer, spanId: Buffer): Buffer | undefined {
  return isId(traceId, 16) && isId(spanId, 8) ? Buffer.concat([traceId, spanId]) : undefined;
}
