import type { FieldSink } from './fieldTaker.ts';
import { isAt } from './isAt.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { FieldNode } from './wire/fieldNode.ts';
import { DONE } from './wire/responseNodes.ts';
import type { WordFinder } from './wordFinder.ts';

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DATA = Buffer.from('data:');
/** Events read whole before the filter applies: the model may not be in the first one. */
const FIRST_EVENTS = 3;
/** A line cut in two is put together again up to this size; a longer one is read as it comes. */
const MAX_KEPT = 4096;
/** Where it is put together. */
const whole = Buffer.allocUnsafeSlow(MAX_KEPT);

/** Lines are read in one go, so all streams share one scanner, but for lines too long to be kept. */
let shared: JsonScanner | undefined;

/**
 * Reads the fields of the `data:` lines of an event stream as its bytes pass, split anywhere. JSON on one line is all that
 * providers send. After the first events only those are read that may say something new.
 */
export class SseScanner {
  /** Whether `data: [DONE]` has passed. */
  isDone = false;
  /** Whether a line has begun whose end did not come; known after `finish`. */
  isMidEvent = false;
  readonly #event: FieldNode;
  readonly #telling: WordFinder;
  readonly #sink: FieldSink;
  #events = 0;
  /** Of the line that the last bytes ended in, a character for each byte: of all that hold bytes, text is the smallest. */
  #kept = '';
  /** Reads the line at hand, where it is too long to be kept; 'pass' where it is no data. */
  #long: JsonScanner | 'pass' | undefined;

  constructor(event: FieldNode, telling: WordFinder, sink: FieldSink) {
    this.#event = event;
    this.#telling = telling;
    this.#sink = sink;
  }

  get complete(): boolean {
    return this.isDone;
  }

  /** Reads `bytes[from, to)`. */
  write(bytes: Buffer, from = 0, to = bytes.length): void {
    let at = from;
    if (this.#kept !== '' || this.#long !== undefined) {
      const end = lineEnd(bytes, from, to);
      this.#keep(bytes, from, end < 0 ? to : end);
      if (end < 0) {
        return;
      }
      this.#endKept();
      at = end + 1;
    }
    while (at < to) {
      const found = this.#events < FIRST_EVENTS ? at : this.#telling.find(bytes, at, to);
      if (found < 0) {
        // Most writes end with an event.
        if (bytes[to - 1] !== NEWLINE) {
          this.#keep(bytes, Math.max(at, bytes.lastIndexOf(NEWLINE, to - 1) + 1), to);
        }
        return;
      }
      const start = startOfLine(bytes, at, found);
      const end = lineEnd(bytes, found, to);
      if (end < 0) {
        this.#keep(bytes, start, to);
        return;
      }
      this.#readLine(bytes, start, end);
      at = end + 1;
    }
  }

  /** No more bytes will come: reads what there is of a line without an end. */
  finish(): void {
    if (this.#long instanceof JsonScanner) {
      this.isMidEvent = this.#long.isMidEvent;
    } else if (this.#kept !== '') {
      this.isMidEvent = this.#readLine(whole, 0, this.#takeKept());
    }
  }

  /** The line under way goes on with these bytes. */
  #keep(bytes: Buffer, from: number, to: number): void {
    if (this.#long !== undefined) {
      if (this.#long !== 'pass') {
        this.#long.write(bytes, from, to);
      }
      return;
    }
    this.#kept += bytes.toString('latin1', from, to);
    if (this.#kept.length > MAX_KEPT) {
      const line = Buffer.from(this.#kept, 'latin1');
      const payload = payloadOf(line, 0, line.length);
      this.#kept = '';
      this.#long = payload < 0 ? 'pass' : new JsonScanner(this.#event, this.#sink);
      this.#keep(line, Math.max(0, payload), line.length);
    }
  }

  /** Puts what was kept into `whole`; its length. */
  #takeKept(): number {
    const length = whole.write(this.#kept, 'latin1');
    this.#kept = '';
    return length;
  }

  /** The line under way is whole. */
  #endKept(): void {
    if (this.#long !== undefined) {
      this.#events += this.#long === 'pass' ? 0 : 1;
      this.#long = undefined;
      return;
    }
    const length = this.#takeKept();
    if (this.#events < FIRST_EVENTS || this.#telling.find(whole, 0, length) >= 0) {
      this.#readLine(whole, 0, length);
    }
  }

  /** Returns whether the line's document is not whole. */
  #readLine(bytes: Buffer, from: number, to: number): boolean {
    const payload = payloadOf(bytes, from, to);
    if (payload < 0) {
      return false;
    }
    this.#events += 1;
    this.isDone ||= isAt(bytes, payload, to, DONE);
    shared ??= new JsonScanner(this.#event, this.#sink);
    shared.begin(this.#event, this.#sink);
    shared.write(bytes, payload, to);
    return shared.isMidEvent;
  }
}

/** Where the line that `from` is in ends, before `to`; -1: not there. */
function lineEnd(bytes: Buffer, from: number, to: number): number {
  const end = bytes.indexOf(NEWLINE, from);
  return end < to ? end : -1;
}

/** Where the line that `at` is in begins, not before `from`. */
function startOfLine(bytes: Buffer, from: number, at: number): number {
  let start = at;
  while (start > from && bytes[start - 1] !== NEWLINE) {
    start -= 1;
  }
  return start;
}

/** Where the payload of a `data:` line begins; -1 in a line of another kind. */
function payloadOf(bytes: Buffer, from: number, to: number): number {
  if (!isAt(bytes, from, to, DATA)) {
    return -1;
  }
  let at = from + DATA.length;
  while (at < to && bytes[at] === SPACE) {
    at += 1;
  }
  return at;
}
