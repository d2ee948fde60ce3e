import { InternedStrings } from './internedStrings.ts';
import { MalformedBody } from './malformedBody.ts';

/** Reads content between two places of a buffer into something, or says that it has read nothing. */
type PlainRead<Into> = (buffer: Buffer, start: number, end: number, into: Into, strings: InternedStrings) => boolean;

const MAX_SAFE_HIGH = 0x1fffff;
const strings = new InternedStrings();

/**
 * A cursor over one protobuf message: `while (r.next()) switch (r.field)`. Each field is either read by the method of
 * its wire type or skipped by the next `next()`. Groups (long gone from protobuf) and anything past the end are
 * malformed.
 */
export class ProtobufReader {
  field = 0;
  wireType = 0;
  private position: number;
  private pending = false;

  private readonly buffer: Buffer;
  private readonly start: number;
  private end: number;

  constructor(buffer: Buffer, start = 0, end = buffer.length) {
    this.buffer = buffer;
    this.start = start;
    this.position = start;
    this.end = end;
  }

  next(): boolean {
    if (this.pending) {
      this.skip();
    }
    if (this.position === this.end) {
      return false;
    }
    const tag = this.readVarint();
    this.field = tag >>> 3;
    this.wireType = tag & 7;
    if (this.field === 0 || tag > 0xffffffff) {
      throw new MalformedBody(`field number 0 at byte ${this.position}`);
    }
    this.pending = true;
    return true;
  }

  /** A varint as a number; as an unsafe number (for the caller to judge) past 2^53. */
  varint(): number {
    this.expect(0);
    return this.readVarint();
  }

  /** A varint of type int64: negative numbers are ten bytes of two's complement. */
  int64(): number | bigint {
    this.expect(0);
    const start = this.position;
    const number = this.readVarint();
    if (Number.isSafeInteger(number)) {
      return number;
    }
    this.position = start;
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) {
        const signed = BigInt.asIntN(64, value);
        const asNumber = Number(signed);
        return Number.isSafeInteger(asNumber) ? asNumber : signed;
      }
    }
    throw new MalformedBody(`varint too long at byte ${this.position}`);
  }

  fixed64(): bigint {
    this.expect(1);
    const at = this.take(8);
    return this.buffer.readBigUInt64LE(at);
  }

  /** A fixed64 of nanoseconds as whole µs, rounded down: without a bigint until the year 2116. */
  micros(): number {
    this.expect(1);
    const at = this.take(8);
    const high = this.buffer.readUInt32LE(at + 4);
    // 2³² = 4,294,967 × 1,000 + 296.
    return high < 2 ** 30
      ? high * 4_294_967 + Math.floor((high * 296 + this.buffer.readUInt32LE(at)) / 1_000)
      : Number(this.buffer.readBigUInt64LE(at) / 1_000n);
  }

  double(): number {
    this.expect(1);
    return this.buffer.readDoubleLE(this.take(8));
  }

  /** The same message from its first field on, for what must be read in another order than it was written. */
  again(): ProtobufReader {
    return new ProtobufReader(this.buffer, this.start, this.end);
  }

  /** A nested message. */
  message(): ProtobufReader {
    const start = this.span();
    return new ProtobufReader(this.buffer, start, this.position);
  }

  /**
   * Reads on inside the nested message, without a reader of its own, until `next()` says no; then `leave` with what this
   * returned. A span has fifty nested messages.
   */
  enter(): number {
    const outer = this.end;
    this.expect(2);
    const length = this.readVarint();
    this.end = this.take(length) + length;
    this.position = this.end - length;
    return outer;
  }

  leave(outer: number): void {
    this.end = outer;
  }

  /** Copies an id of `length` bytes to `into`; false where what stands here is none: of another length, or all zero. */
  id(into: Buffer, at: number, length: number): boolean {
    const start = this.span();
    if (this.position - start !== length) {
      return false;
    }
    let bits = 0;
    for (let index = 0; index < length; index += 1) {
      const byte = this.buffer[start + index] ?? 0;
      into[at + index] = byte;
      bits |= byte;
    }
    return bits !== 0;
  }

  /** Content that `read` reads in one go; false where it does not: it is then still to be read, or passed over. */
  plain<Into>(read: PlainRead<Into>, into: Into): boolean {
    const before = this.position;
    const start = this.span();
    if (read(this.buffer, start, this.position, into, strings)) {
      return true;
    }
    this.position = before;
    this.pending = true;
    return false;
  }

  /** Invalid UTF-8 becomes U+FFFD: a record is never lost over a label. */
  string(): string {
    const start = this.span();
    return strings.read(this.buffer, start, this.position);
  }

  /** What `find` makes of the bytes where they are, without a view or a string of them. */
  lookUp<Found>(find: (buffer: Buffer, start: number, end: number) => Found): Found {
    const start = this.span();
    return find(this.buffer, start, this.position);
  }

  /** Steps over length-delimited content: it stands from what this returns to the position. */
  private span(): number {
    this.expect(2);
    return this.take(this.readVarint());
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) {
      throw new MalformedBody(`field ${this.field} has wire type ${this.wireType}, not ${wireType}`);
    }
    this.pending = false;
  }

  private skip(): void {
    this.pending = false;
    switch (this.wireType) {
      case 0:
        this.readVarint();
        break;
      case 1:
        this.take(8);
        break;
      case 2:
        this.take(this.readVarint());
        break;
      case 5:
        this.take(4);
        break;
      default:
        throw new MalformedBody(`wire type ${this.wireType} at byte ${this.position}`);
    }
  }

  private take(length: number): number {
    const at = this.position;
    if (length > this.end - at) {
      throw new MalformedBody(`${length} bytes announced at byte ${at}, ${this.end - at} left`);
    }
    this.position = at + length;
    return at;
  }

  private byte(): number {
    if (this.position >= this.end) {
      throw new MalformedBody(`cut off at byte ${this.position}`);
    }
    return this.buffer[this.position++] ?? 0;
  }

  private readVarint(): number {
    let low = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.byte();
      low |= (byte & 0x7f) << shift;
      if (byte < 0x80) {
        return low;
      }
    }
    let high = 0;
    for (let shift = 0; shift < 42; shift += 7) {
      const byte = this.byte();
      high += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        return high > MAX_SAFE_HIGH * 16 ? Number.MAX_VALUE : high * 2 ** 28 + low;
      }
    }
    throw new MalformedBody(`varint too long at byte ${this.position}`);
  }
}
