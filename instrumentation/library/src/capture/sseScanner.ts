import type { FieldSink } from './fieldTaker.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { FieldNode } from './wire/fieldNode.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DATA = Buffer.from('data:');
const DONE = Buffer.from('[DONE]');
/** Events read whole before the filter applies: the model may not be in the first one. */
const FIRST_EVENTS = 3;

/**
 * Reads the fields of the `data:` lines of an event stream as its bytes pass, split anywhere. Nothing is kept but the
 * position: JSON on one line is all that providers send.
 */
export class SseScanner {
  /** Whether `data: [DONE]` has passed. */
  isDone = false;
  readonly #json: JsonScanner;
  readonly #telling: readonly Buffer[];
  /** Where each telling text is found next in the bytes at hand. */
  readonly #next: number[];
  #events = 0;
  /** Bytes of the line's `data:` matched so far; -1 in a line of another kind. */
  #prefix = 0;
  /** Bytes of the payload matched with `[DONE]`; -1 where it is something else. */
  #done = 0;

  /** Events that arrive whole are read only if one of the `telling` texts is in them. */
  constructor(root: FieldNode, telling: readonly Buffer[], sink: FieldSink) {
    this.#json = new JsonScanner(root, sink);
    this.#telling = telling;
    this.#next = telling.map(() => -1);
  }

  get complete(): boolean {
    return this.isDone;
  }

  /** Whether an event has begun whose end is not here. */
  get isMidEvent(): boolean {
    return this.#json.isMidEvent;
  }

  write(bytes: Uint8Array): void {
    const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#next.fill(-1);
    let at = 0;
    let isWhole = this.#prefix === 0 && this.#done === 0;
    while (at < buffer.length) {
      const found = buffer.indexOf(NEWLINE, at);
      const end = found < 0 ? buffer.length : found;
      if (!isWhole || found < 0 || this.#events < FIRST_EVENTS || this.#tells(buffer, at, end)) {
        this.#readLine(buffer, at, end);
      }
      at = end;
      if (found >= 0) {
        this.#events += this.#prefix === DATA.length ? 1 : 0;
        this.#prefix = 0;
        this.#done = 0;
        this.#json.reset();
        isWhole = true;
        at += 1;
      }
    }
  }

  /** Whether a line may say something new; a line too short for an event may be `data: [DONE]`. */
  #tells(buffer: Buffer, from: number, to: number): boolean {
    if (to - from < 20) {
      return true;
    }
    for (let index = 0; index < this.#telling.length; index += 1) {
      let next = this.#next[index] as number;
      if (next < from) {
        const found = buffer.indexOf(this.#telling[index] as Buffer, from);
        next = found < 0 ? Infinity : found;
        this.#next[index] = next;
      }
      if (next < to) {
        return true;
      }
    }
    return false;
  }

  #readLine(bytes: Buffer, from: number, to: number): void {
    let at = from;
    while (at < to && this.#prefix >= 0 && this.#prefix < DATA.length) {
      this.#prefix = bytes[at] === DATA[this.#prefix] ? this.#prefix + 1 : -1;
      at += 1;
    }
    if (this.#prefix !== DATA.length) {
      return;
    }
    const payload = at;
    while (at < to && this.#done >= 0 && this.#done < DONE.length) {
      const byte = bytes[at] as number;
      at += 1;
      if (this.#done > 0 || byte !== SPACE) {
        this.#done = byte === DONE[this.#done] ? this.#done + 1 : -1;
      }
    }
    this.isDone ||= this.#done === DONE.length;
    this.#json.write(bytes, payload, to);
  }
}
