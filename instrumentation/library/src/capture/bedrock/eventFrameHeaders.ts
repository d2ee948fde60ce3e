/** Bytes of the values of header types 0 to 9; types 6 and 7 (bytes, text) say their length. */
const LENGTHS: readonly (number | undefined)[] = [0, 0, 1, 2, 4, 8, undefined, undefined, 8, 16];
const TEXT = 7;

/**
 * What the headers of an event stream's frame say: the event's type, or the name of an exception. Headers are a name
 * (length in 1 byte), a type (1 byte) and a value, those of variable length after it in 2 bytes.
 */
export function eventFrameHeaders(headers: Buffer): { type?: string; exception?: string } {
  const found: { type?: string; exception?: string } = {};
  let at = 0;
  while (at < headers.length) {
    const nameEnd = at + 1 + (headers[at] as number);
    const kind = headers[nameEnd];
    let from = nameEnd + 1;
    let length = LENGTHS[kind ?? -1];
    if (length === undefined && (kind === 6 || kind === TEXT) && from + 2 <= headers.length) {
      length = headers.readUInt16BE(from);
      from += 2;
    }
    if (length === undefined || from + length > headers.length) {
      return found;
    }
    const name = headers.toString('latin1', at + 1, nameEnd);
    const value = kind === TEXT ? headers.toString('utf8', from, Math.min(from + length, from + 128)) : '';
    if (name === ':event-type') {
      found.type = value;
    } else if (name === ':exception-type' || name === ':error-code') {
      found.exception = value;
    }
    at = from + length;
  }
  return found;
}
