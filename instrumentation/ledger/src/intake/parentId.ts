import { isId } from './isId.ts';
import type { ReadSpan } from './readSpan.ts';

/** The parent's span id, copied so that it does not keep the body alive; null where there is none. */
export function parentId({ parentSpanId }: Pick<ReadSpan, 'parentSpanId'>): Buffer | null {
  return isId(parentSpanId, 8) ? Buffer.from(parentSpanId) : null;
}
