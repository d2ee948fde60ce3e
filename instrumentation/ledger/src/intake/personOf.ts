import { personHash } from './personHash.ts';
import type { AttributeValue } from './readSpan.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { SLOT } from './wantedAttributes.ts';

/**
 * Whom a record says its call is for, as the library hashes people: the same whether a service sends ids or hashes of them.
 * Undefined where it names nobody. For counting, never to be kept.
 */
export const personOf = (attributes: SpanAttributes): string | undefined =>
  personHash.ofHash(textOf(attributes.at(SLOT.userHash))) ?? personHash.ofId(textOf(attributes.at(SLOT.userId)));

const textOf = (value: AttributeValue | undefined): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
