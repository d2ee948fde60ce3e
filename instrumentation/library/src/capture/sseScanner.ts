import { JsonScanner, type FieldSink } from './jsonScanner.ts';
import type { FieldNode } from './wire/fieldNode.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DATA = Buffer.from('data:');
const DONE = Buffer.from('[DONE]');

/**
 * Reads the fields of every `data:` line of an event stream as its bytes pass, split anywhere. Nothing is kept but the
 * position: JSON on one line is all that providers send.
 */
export class SseScanner {
  /** Whether `data: [DONE]` has passed. */
  isDone = false;
  readonly #json: JsonScanner;
  /** Bytes of the line's `data:` matched so far; -1 in a line of another kind. */
  #prefix = 0;
  /** Bytes of the payload matched with `[DONE]`; -1 where it is something else. */
  #done = 0;

  constructor(root: FieldNode, sink: FieldSink) {
    this.#json = new JsonScanner(root, sink);
  }

  /** Reads `bytes[from, to)`. */
  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    let at = from;
    while (at < to) {
      const found = bytes.indexOf(NEWLINE, at);
      const end = found < 0 || found > to ? to : found;
      this.#readLine(bytes, at, end);
      at = end;
      if (at < to) {
        this.#prefix = 0;
        this.#done = 0;
        this.#json.reset();
        at += 1;
      }
    }
  }

  #readLine(bytes: Uint8Array, from: number, to: number): void {
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
