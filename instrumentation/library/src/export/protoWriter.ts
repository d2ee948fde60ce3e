/** Writes protobuf fields into one growing buffer. Field numbers up to 15 only: one byte of tag. */
export class ProtoWriter {
  length = 0;
  #bytes: Buffer;

  constructor(capacity = 2048) {
    this.#bytes = Buffer.allocUnsafe(capacity);
  }

  /** The bytes written so far: a view, valid until the next write. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.length);
  }

  /** A length-delimited field: bytes, or an embedded message. */
  message(field: number, payload: Uint8Array): void {
    this.#reserve(payload.length + 11);
    this.#tag(field, 2);
    this.#varint(payload.length);
    this.#bytes.set(payload, this.length);
    this.length += payload.length;
  }

  text(field: number, value: string): void {
    const length = Buffer.byteLength(value);
    this.#reserve(length + 11);
    this.#tag(field, 2);
    this.#varint(length);
    this.length += this.#bytes.write(value, this.length);
  }

  /** Bytes given in hexadecimal, as OpenTelemetry writes its ids. */
  hex(field: number, value: string): void {
    this.#reserve(value.length / 2 + 11);
    this.#tag(field, 2);
    this.#varint(value.length / 2);
    this.length += this.#bytes.write(value, this.length, 'hex');
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

  fixed64(field: number, value: bigint): void {
    this.#reserve(9);
    this.#tag(field, 1);
    this.length = this.#bytes.writeBigUInt64LE(value, this.length);
  }

  /** Bytes that are encoded fields already. */
  raw(encoded: Uint8Array): void {
    this.#reserve(encoded.length);
    this.#bytes.set(encoded, this.length);
    this.length += encoded.length;
  }

  clear(): void {
    this.length = 0;
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
