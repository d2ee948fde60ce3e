import { createHash } from 'node:crypto';
import type { AttributeValue } from './readSpan.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { SLOT } from './wantedAttributes.ts';

/** As many hex digits as the library's hash of a person has. */
const DIGITS = 16;
const LONGEST = 64;

/**
 * Whom a record says its call is for, as the library hashes people: the same whether a service sends ids or hashes of them.
 * Undefined where it names nobody. For counting, never to be kept.
 */
export function personOf(attributes: SpanAttributes): string | undefined {
  const hash = textOf(attributes.at(SLOT.userHash));
  if (hash !== '') {
    return hash.length > LONGEST ? shortHash(hash) : hash;
  }
  const id = textOf(attributes.at(SLOT.userId));
  return id === '' ? undefined : shortHash(id);
}

const textOf = (value: AttributeValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint'
    ? String(value).trim().toLowerCase()
    : '';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
