const MAX_LENGTH = 128;
// eslint-disable-next-line no-control-regex -- control characters are what is to be removed
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/**
 * A value fit to be a label: control characters removed, trimmed, at most 128 UTF-16 units, well-formed.
 * Undefined where nothing is left, or the value is neither text nor a finite number.
 */
export function cleanValue(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return String(value);
  }
  if (typeof value !== 'string') {
    return undefined;
  }
  // Bounded before the work, so that a hostile megabyte costs no more than a name.
  const cleaned = value
    .slice(0, 4 * MAX_LENGTH)
    .replace(CONTROL, '')
    .trim()
    .slice(0, MAX_LENGTH);
  // Through UTF-8 and back: half a surrogate pair becomes U+FFFD, as it would on the wire.
  return cleaned === '' ? undefined : Buffer.from(cleaned).toString();
}
