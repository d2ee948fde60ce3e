import { createHash } from 'node:crypto';
import type { AttributeValue } from './readSpan.ts';

const MAX_LENGTH = 128;
/** Control characters, line separators and halves of surrogate pairs. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * An attribute as a bounded, printable label value. Absent, blank and unusable values become `absent`. Values past 128
 * characters are cut and end in a hash of the whole, so that different values stay different.
 */
export function label(value: AttributeValue | undefined, absent: string): string {
  if (typeof value !== 'string') {
    return value === undefined || value === null ? absent : String(value);
  }
  const printable = value.trim().replace(UNPRINTABLE, '\uFFFD');
  if (printable.length <= MAX_LENGTH) {
    return printable === '' ? absent : printable;
  }
  const hash = createHash('sha256').update(value).digest('hex').slice(0, 12);
  return `${printable.slice(0, MAX_LENGTH - 13).replace(UNPRINTABLE, '')}~${hash}`;
}
