const SLOTS = 8_192;
const LONGEST = 64;

/**
 * Strings read from bytes, the short ones remembered: the same labels come with every span, and comparing bytes is a
 * fraction of making a string. Bounded: a slot holds the string that was read last.
 */
export class InternedStrings {
  private readonly bytes: (Buffer | undefined)[] = Array.from({ length: SLOTS }, () => undefined);
  private readonly strings: string[] = Array.from({ length: SLOTS }, () => '');

  /** Invalid UTF-8 becomes U+FFFD. */
  read(buffer: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > LONGEST) {
      return buffer.toString('utf8', start, end);
    }
    let hash = length;
    for (let index = start; index < end; index += 1) {
      hash = (Math.imul(hash, 31) + (buffer[index] ?? 0)) | 0;
    }
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.bytes[slot];
    if (known?.length === length && isSame(known, buffer, start)) {
      return this.strings[slot] ?? '';
    }
    const text = buffer.toString('utf8', start, end);
    // A copy: a view would keep the whole body alive.
    this.bytes[slot] = Buffer.from(buffer.subarray(start, end));
    this.strings[slot] = text;
    return text;
  }
}

function isSame(known: Buffer, buffer: Buffer, start: number): boolean {
  let index = 0;
  while (index < known.length && known[index] === buffer[start + index]) {
    index += 1;
  }
  return index === known.length;
}
