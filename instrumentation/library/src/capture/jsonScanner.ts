import { FieldTaker, type FieldSink } from './fieldTaker.ts';
import { isAt } from './isAt.ts';
import { StructureFinder } from './structureFinder.ts';
import { unescapeJson } from './unescapeJson.ts';
import type { FieldNode } from './wire/fieldNode.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Longer names and values than this are none that we look for. */
const MAX_TEXT = 256;
/** Nesting of the paths we follow; deeper documents are counted, not followed. */
const MAX_PATH = 12;
/** Bytes read one by one before the search for a string's end goes native. */
const NEAR = 64;

const STATE = { between: 0, string: 1, scalar: 2 } as const;

/**
 * Reads a few named fields out of a JSON document as its bytes pass, split anywhere, without decoding or keeping it:
 * constant memory, exact (a field is found by its path, so text that quotes JSON cannot pass for it), and forgiving:
 * anything that is not JSON yields nothing.
 */
export class JsonScanner {
  /** Whether the document has been read to its end. */
  complete = false;
  readonly #taker: FieldTaker;
  readonly #structure = new StructureFinder();
  /** The start of a name or value that the last bytes ended in; made when one is first cut in two. */
  #kept: Buffer | undefined;
  #keptLength = 0;
  #capturing = false;
  #isEscaped = false;
  #hasEscapes = false;
  #state: number = STATE.between;
  readonly #nodes: (FieldNode | undefined)[] = [];
  readonly #objects: boolean[] = [];
  #depth = 0;
  /** Open containers below a value that is not followed. */
  #skipped = 0;
  #expectsKey = false;
  #pending: FieldNode | undefined;

  constructor(root: FieldNode, sink: FieldSink) {
    this.#taker = new FieldTaker(sink);
    this.#pending = root;
  }

  /** Whether an object is open: the document itself, or an element where it is an array. */
  get isMidEvent(): boolean {
    return this.#depth + this.#skipped > (this.#objects[0] === false ? 1 : 0);
  }

  /** Reads no more of this document. */
  stop(): void {
    this.complete = true;
  }

  /** Forgets everything and expects a new document, of another shape, for another sink. */
  begin(root: FieldNode, sink: FieldSink): void {
    this.complete = false;
    this.#state = STATE.between;
    this.#depth = 0;
    this.#skipped = 0;
    this.#expectsKey = false;
    this.#isEscaped = false;
    this.#keptLength = 0;
    this.#pending = root;
    this.#taker.begin(sink);
  }

  /** Holds on to nobody's sink. */
  letGo(): void {
    this.#taker.letGo();
  }

  /** Reads `bytes[from, to)`. */
  write(bytes: Buffer, from = 0, to = bytes.length): void {
    let at = from;
    this.#structure.reset();
    while (at < to && !this.complete) {
      if (this.#state === STATE.string) {
        at = this.#readString(bytes, at, to);
        continue;
      }
      if (this.#state === STATE.scalar) {
        at = this.#readScalar(bytes, at, to);
        continue;
      }
      if (this.#skipped > 0) {
        at = this.#skipValues(bytes, at, to);
        if (at === to) {
          return;
        }
      }
      at = this.#readToken(bytes[at] as number, at);
    }
  }

  /** Where to read on. */
  #readToken(byte: number, at: number): number {
    if (byte === QUOTE) {
      this.#capturing = this.#skipped === 0 && (this.#expectsKey || this.#pending?.field !== undefined);
      this.#hasEscapes = false;
      this.#state = STATE.string;
    } else if (byte === 0x7b || byte === 0x5b) {
      this.#open(byte === 0x7b);
    } else if (byte === 0x7d || byte === 0x5d) {
      this.#close();
    } else if (this.#skipped > 0 || byte <= 0x20) {
      return at + 1;
    } else if (byte === 0x2c) {
      this.#expectsKey = this.#depth > 0 && this.#objects[this.#depth - 1] === true;
      this.#pending = this.#expectsKey ? undefined : this.#nodes[this.#depth - 1];
    } else if (byte === 0x3a) {
      this.#expectsKey = false;
    } else if (this.#pending?.field !== undefined) {
      this.#state = STATE.scalar;
      return at;
    }
    return at + 1;
  }

  /** Passes over numbers that nobody asked for, megabytes of them in embeddings: near ones one by one, long runs natively. */
  #skipValues(bytes: Buffer, from: number, to: number): number {
    const near = Math.min(to, from + NEAR);
    for (let at = from; at < near; at += 1) {
      const byte = bytes[at] as number;
      if (byte === QUOTE || (byte | 0x20) === 0x7b || (byte | 0x20) === 0x7d) {
        return at;
      }
    }
    return near === to ? to : this.#structure.find(bytes, near, to);
  }

  #open(isObject: boolean): void {
    const node = this.#pending;
    if (this.#skipped > 0 || node === undefined || isLeaf(node) || this.#depth === MAX_PATH) {
      this.#skipped += 1;
      return;
    }
    this.#nodes[this.#depth] = node;
    this.#objects[this.#depth] = isObject;
    this.#depth += 1;
    this.#expectsKey = isObject;
    this.#pending = isObject ? undefined : node;
  }

  #close(): void {
    if (this.#skipped > 0) {
      this.#skipped -= 1;
    } else if (this.#depth > 0) {
      this.#depth -= 1;
      this.#expectsKey = false;
      this.#pending = undefined;
    }
    this.complete = this.#depth === 0 && this.#skipped === 0;
  }

  #readString(bytes: Buffer, from: number, to: number): number {
    const end = this.#endOfString(bytes, this.#isEscaped ? from + 1 : from, to);
    if (end < 0) {
      this.#keep(bytes, from, to);
      return to;
    }
    this.#state = STATE.between;
    if (!this.#capturing) {
      return end + 1;
    }
    const isKept = this.#keptLength > 0;
    if (isKept) {
      this.#keep(bytes, from, end);
    }
    const text = isKept ? (this.#kept as Buffer) : bytes;
    const start = isKept ? 0 : from;
    const length = isKept ? this.#keptLength : end - from;
    this.#keptLength = 0;
    // Where it got too long to be kept, nothing is captured any more.
    if (this.#capturing && length <= MAX_TEXT) {
      this.#endText(text, start, start + length);
    }
    return end + 1;
  }

  /** Of the string that `from` is in, the closing quote; -1 where it comes later. */
  #endOfString(bytes: Buffer, from: number, to: number): number {
    let at = from;
    this.#isEscaped = false;
    while (at < to) {
      // Byte by byte where the end is likely near, natively where it is not: text full of quotes stays with the former.
      const near = Math.min(to, at + (this.#capturing ? MAX_TEXT + 1 : NEAR));
      for (; at < near; at += 1) {
        const byte = bytes[at];
        if (byte === QUOTE) {
          return at;
        }
        if (byte === BACKSLASH) {
          this.#hasEscapes = true;
          at += 1;
          if (at === to) {
            this.#isEscaped = true;
            return -1;
          }
        }
      }
      if (at >= to) {
        return -1;
      }
      const found = bytes.indexOf(QUOTE, at);
      const end = found < 0 || found > to ? to : found;
      let first = end;
      while (first > at && bytes[first - 1] === BACKSLASH) {
        first -= 1;
      }
      const isEscaped = (end - first) % 2 === 1;
      if (end === to) {
        this.#isEscaped = isEscaped;
        return -1;
      }
      if (!isEscaped) {
        return end;
      }
      at = end + 1;
    }
    return -1;
  }

  #readScalar(bytes: Buffer, from: number, to: number): number {
    let end = from;
    while (end < to && !isDelimiter(bytes[end] as number)) {
      end += 1;
    }
    if (end === to || this.#keptLength > 0) {
      this.#capturing = true;
      this.#keep(bytes, from, end);
      if (end === to) {
        return to;
      }
    }
    const node = this.#pending;
    const length = this.#keptLength;
    this.#state = STATE.between;
    this.#keptLength = 0;
    if (node !== undefined && length <= MAX_TEXT && end - from <= MAX_TEXT) {
      if (length > 0) {
        this.#taker.bare(node, this.#kept as Buffer, 0, length);
      } else {
        this.#taker.bare(node, bytes, from, end);
      }
    }
    return end;
  }

  #keep(bytes: Buffer, from: number, to: number): void {
    if (!this.#capturing) {
      return;
    }
    const length = this.#keptLength + to - from;
    if (length > MAX_TEXT) {
      this.#capturing = this.#state === STATE.scalar;
      this.#keptLength = this.#capturing ? MAX_TEXT + 1 : 0;
      return;
    }
    this.#kept ??= Buffer.allocUnsafeSlow(MAX_TEXT);
    bytes.copy(this.#kept, this.#keptLength, from, to);
    this.#keptLength = length;
  }

  #endText(bytes: Buffer, from: number, to: number): void {
    if (this.#expectsKey) {
      this.#pending = this.#hasEscapes ? undefined : this.#childNamed(bytes, from, to);
      return;
    }
    const node = this.#pending;
    if (node?.field !== undefined) {
      const raw = node.lastText.decode(bytes, from, to);
      this.#taker.text(node, this.#hasEscapes ? unescapeJson(raw) : raw);
    }
  }

  #childNamed(bytes: Buffer, from: number, to: number): FieldNode | undefined {
    const parent = this.#nodes[this.#depth - 1] as FieldNode;
    const { keys } = parent;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] as Uint8Array;
      if (key.length === to - from && isAt(bytes, from, to, key)) {
        return parent.children[index];
      }
    }
    return undefined;
  }
}

function isDelimiter(byte: number): boolean {
  return byte === 0x2c || byte === 0x7d || byte === 0x5d || byte <= 0x20;
}

function isLeaf({ field, children }: FieldNode): boolean {
  return field !== undefined && children.length === 0;
}
