import type { crc32 as Crc32 } from 'node:zlib';
import type { FieldSink } from '../fieldTaker.ts';
import { JsonScanner } from '../jsonScanner.ts';
import type { FieldNode } from '../wire/fieldNode.ts';
import { eventFrameHeaders } from './eventFrameHeaders.ts';

/** Frame: total length, headers' length, CRC of both (4 bytes each), headers, payload, CRC of all. */
const PRELUDE = 12;
const CHECKSUM = 4;
/** What AWS allows. */
const MAX_FRAME = 24 * 1024 * 1024;
/** Larger frames are pictures and the like: they pass unread, without being held. */
const MAX_READ = 1024 * 1024;
const BYTES = Buffer.from('"bytes":"');
/** One of these is in every event of a model that says more than text. */
const TELLING = ['oken', 'eason', 'message_stop'].map((text) => Buffer.from(text));
/** Found with the first stream. */
let crc32: typeof Crc32 | undefined;
const METRICS = Buffer.from('"amazon-bedrock-invocationMetrics":');

/**
 * Reads the fields of the events in a stream of `application/vnd.amazon.eventstream`, split anywhere. An event is read
 * when it is whole, text passes unread, and nothing is held but the frame under way. Each event's type goes to the sink
 * as `eventType` after its fields, an exception's as `errorType`. Bytes that are no such stream end the reading.
 */
export class EventStreamScanner {
  isBroken = false;
  /** An event is read only when it is whole; which is the last one, the format knows. */
  readonly complete = false;
  readonly isMidEvent = false;
  readonly #root: FieldNode;
  readonly #sink: FieldSink;
  readonly #json: JsonScanner;
  #held = Buffer.alloc(0);
  /** Bytes of a large frame still to pass. */
  #toPass = 0;

  constructor(root: FieldNode, sink: FieldSink) {
    this.#root = root;
    this.#sink = sink;
    this.#json = new JsonScanner(root, sink);
  }

  write(chunk: Buffer): void {
    let buffer = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    while (!this.isBroken && buffer.length > 0) {
      if (this.#toPass > 0) {
        const passed = Math.min(this.#toPass, buffer.length);
        this.#toPass -= passed;
        buffer = buffer.subarray(passed);
        continue;
      }
      if (buffer.length < PRELUDE) {
        break;
      }
      const total = buffer.readUInt32BE(0);
      const headers = buffer.readUInt32BE(4);
      crc32 ??= process.getBuiltinModule('node:zlib').crc32;
      const isSound = total >= PRELUDE + headers + CHECKSUM && total <= MAX_FRAME;
      if (!isSound || crc32(buffer.subarray(0, 8)) !== buffer.readUInt32BE(8)) {
        this.isBroken = true;
      } else if (total > MAX_READ) {
        this.#toPass = total;
      } else if (buffer.length < total) {
        break;
      } else {
        const payload = PRELUDE + headers;
        this.#readEvent(buffer.subarray(PRELUDE, payload), buffer.subarray(payload, total - CHECKSUM));
        buffer = buffer.subarray(total);
      }
    }
    this.#held = this.isBroken || buffer.length === 0 ? Buffer.alloc(0) : Buffer.from(buffer);
  }

  #readEvent(headers: Buffer, payload: Buffer): void {
    const { type, exception } = eventFrameHeaders(headers);
    if (exception !== undefined) {
      this.#sink.take('errorType', exception);
    } else if (type === 'chunk') {
      this.#readModelEvent(payload);
    } else if (type !== undefined && type !== 'contentBlockDelta') {
      this.#readJson(payload);
      this.#sink.take('eventType', type);
    }
  }

  /** `{"bytes":"<base64>","p":"<padding>"}`: the model's own event is inside. */
  #readModelEvent(payload: Buffer): void {
    const from = payload.indexOf(BYTES) + BYTES.length;
    const to = payload.indexOf('"', from);
    if (from < BYTES.length || to < 0) {
      return;
    }
    const event = Buffer.from(payload.toString('latin1', from, to), 'base64');
    if (!TELLING.some((text) => event.includes(text))) {
      return;
    }
    this.#readJson(event);
    if (event.includes(METRICS)) {
      this.#sink.take('eventType', 'amazon-bedrock-invocationMetrics');
    }
  }

  #readJson(bytes: Buffer): void {
    this.#json.begin(this.#root, this.#sink);
    this.#json.write(bytes);
  }
}
