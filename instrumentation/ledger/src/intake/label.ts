import { createHash } from 'node:crypto';
import type { AttributeValue } from './readSpan.ts';

const MAX_LENGTH = 128;
/** Cleaned values; they come from the wire, so past this many the cache starts over. */
const MAX_CACHED = 20_000;
const cleaned = new Map<string, string>();
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
  let known = cleaned.get(value);
  if (known === undefined) {
    known = clean(value);
    if (cleaned.size >= MAX_CACHED) {
      cleaned.clear();
    }
    // What is long may be anything: it is not worth keeping.
    if (value.length <= MAX_LENGTH) {
      cleaned.set(value, known);
    }
  }
  return known === '' ? absent : known;
}

/** The printable, bounded form; '' where nothing is left. */
function clean(value: string): string {
  const printable = value.trim().replace(UNPRINTABLE, '\uFFFD');
  if (printable.length <= MAX_LENGTH) {
    return printable;
  }
  const hash = createHash('sha256').update(value).digest('hex').slice(0, 12);
  return `${printable.slice(0, MAX_LENGTH - 13).replace(UNPRINTABLE, '')}~${hash}`;
}
