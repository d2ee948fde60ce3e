/** Two to the 32: what a 32-bit word cannot hold. */
const WORD = 0x1_0000_0000;
/** Shorter texts are written letter by letter: a native call costs more. */
const NEAR = 48;

/** Writes protobuf fields into one growing buffer. Field numbers up to 15 only: one byte of tag. */
export class ProtoWriter {
  length: number;
  readonly #headroom: number;
  #bytes: Buffer;

  /** @param headroom bytes left free, and counted, before the first field */
  constructor(capacity = 2048, headroom = 0) {
    this.#bytes = Buffer.allocUnsafe(capacity);
    this.#headroom = headroom;
    this.length = headroom;
  }

  /** The bytes written so far: a view, valid until the next write. */
  get bytes(): Buffer {
    return this.#bytes.subarray(this.#headroom, this.length);
  }

  /** The same with `head` before them, which the headroom must hold: nothing else is copied. */
  bytesAfter(head: Uint8Array): Buffer {
    const from = this.#headroom - head.length;
    this.#bytes.set(head, from);
    return this.#bytes.subarray(from, this.length);
  }

  /** What a number takes as a varint: that of a length-delimited field is its length's. */
  static sizeOf(value: number): number {
    let size = 1;
    for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 0x80)) {
      size += 1;
    }
    return size;
  }

  /** The head of a length-delimited field, whose `length` bytes are written next. */
  head(field: number, length: number): void {
    this.#reserve(length + 11);
    this.#tag(field, 2);
    this.#varint(length);
  }

  /** The same where nobody writes them here: there need be no room. */
  lengthOf(field: number, length: number): void {
    this.#reserve(11);
    this.#tag(field, 2);
    this.#varint(length);
  }

  /** A length-delimited field: bytes, or an embedded message. */
  message(field: number, payload: Uint8Array): void {
    this.head(field, payload.length);
    this.#bytes.set(payload, this.length);
    this.length += payload.length;
  }

  /** An embedded message that another writer holds. */
  messageOf(field: number, writer: ProtoWriter): void {
    this.head(field, writer.length);
    this.#bytes.set(writer.bytes, this.length);
    this.length += writer.length;
  }

  /** @param length of `value` in UTF-8, where it is known */
  text(field: number, value: string, length = Buffer.byteLength(value)): void {
    this.head(field, length);
    if (length !== value.length || length > NEAR) {
      this.length += this.#bytes.write(value, this.length);
      return;
    }
    for (let at = 0; at < length; at += 1) {
      this.#bytes[this.length + at] = value.charCodeAt(at);
    }
    this.length += length;
  }

  /** Bytes given in hexadecimal, as OpenTelemetry writes its ids. */
  hex(field: number, value: string): void {
    const length = value.length / 2;
    this.head(field, length);
    for (let at = 0; at < length; at += 1) {
      this.#bytes[this.length + at] = (nibble(value.charCodeAt(2 * at)) << 4) | nibble(value.charCodeAt(2 * at + 1));
    }
    this.length += length;
  }

  /** A whole number ≥ 0 and ≤ 2⁵³ − 1. */
  integer(field: number, value: number): void {
    this.#reserve(11);
    this.#tag(field, 0);
    this.#varint(value);
  }

  double(field: number, value: number): void {
    this.#reserve(9);
    this.#tag(field, 1);
    this.length = this.#bytes.writeDoubleLE(value, this.length);
  }

  /** Nanoseconds as `fixed64`, of whole microseconds ≥ 0 and ≤ 2⁵³ − 1. */
  nanoseconds(field: number, microseconds: number): void {
    this.#reserve(9);
    this.#tag(field, 1);
    const low = (microseconds % WORD) * 1000;
    const high = Math.floor(microseconds / WORD) * 1000 + Math.floor(low / WORD);
    this.#word(low % WORD);
    this.#word(high);
  }

  /** Bytes that are encoded fields already. */
  raw(encoded: Uint8Array): void {
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  clear(): void {
    this.length = this.#headroom;
  }

  /** 32 bits, the lowest first. */
  #word(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) {
      this.#bytes[this.length] = value >>> shift;
      this.length += 1;
    }
  }

  #tag(field: number, wireType: number): void {
    this.#bytes[this.length] = (field << 3) | wireType;
    this.length += 1;
  }

  #varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.length] = (rest % 0x80) | 0x80;
      this.length += 1;
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes[this.length] = rest;
    this.length += 1;
  }

  #reserve(more: number): void {
    if (this.length + more > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(2 * (this.length + more));
      this.#bytes.copy(grown, 0, 0, this.length);
      this.#bytes = grown;
    }
  }
}

/** Of a letter `0` to `9`, `a` to `f` or `A` to `F`. */
function nibble(letter: number): number {
  return letter <= 0x39 ? letter - 0x30 : (letter | 0x20) - 0x57;
}
