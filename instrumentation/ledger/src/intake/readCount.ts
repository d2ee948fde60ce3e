import type { AttributeValue } from './readSpan.ts';

/** No model reads or writes as much in one call; more is a mistake or an attack, and would overflow the books. */
const MAX_COUNT = 100_000_000;

/** A count, as a number or in digits; NaN where it is there and none, so that pricing calls the usage invalid. */
export function readCount(value: AttributeValue | undefined): number | undefined {
  if (value === undefined) {
    return undefined;
  }
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number <= MAX_COUNT ? number : NaN;
}
