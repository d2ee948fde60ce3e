const SLOTS = 8_192;
const LONGEST = 64;

/**
 * Strings read from bytes, the short ones remembered: the same labels come with every span, and comparing bytes is a
 * fraction of making a string. Bounded: a slot holds the string that was read last.
 */
export class InternedStrings {
  /** All slots in one piece: a small copy of its own would keep the 8 KiB alive that Node cuts small buffers from. */
  private readonly bytes = new Uint8Array(SLOTS * LONGEST);
  /** -1 where a slot is empty. */
  private readonly lengths = new Int8Array(SLOTS).fill(-1);
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
    if (this.lengths[slot] === length && this.holds(slot * LONGEST, buffer, start, length)) {
      return this.strings[slot] ?? '';
    }
    const text = buffer.toString('utf8', start, end);
    this.bytes.set(buffer.subarray(start, end), slot * LONGEST);
    this.lengths[slot] = length;
    this.strings[slot] = text;
    return text;
  }

  private holds(at: number, buffer: Buffer, start: number, length: number): boolean {
    const { bytes } = this;
    let index = 0;
    while (index < length && bytes[at + index] === buffer[start + index]) {
      index += 1;
    }
    return index === length;
  }
}
