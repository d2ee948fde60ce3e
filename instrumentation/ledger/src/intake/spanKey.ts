import { isId } from './isId.ts';
import type { ReadSpan } from './readSpan.ts';

/** Trace id and span id in one, 24 bytes; undefined where one of them is no id. */
export function spanKey({ traceId, spanId }: Pick<ReadSpan, 'traceId' | 'spanId'>): Buffer | undefined {
  return isId(traceId, 16) && isId(spanId, 8) ? Buffer.concat([traceId, spanId]) : undefined;
}
