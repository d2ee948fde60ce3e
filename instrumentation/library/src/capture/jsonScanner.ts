import { FieldTaker, type FieldSink } from './fieldTaker.ts';
import { StructureFinder } from './structureFinder.ts';
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
  readonly #root: FieldNode;
  readonly #structure = new StructureFinder();
  readonly #text = Buffer.allocUnsafe(MAX_TEXT);
  #textLength = 0;
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
    this.#root = root;
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

  /** Forgets everything and expects a new document. */
  reset(): void {
    this.complete = false;
    this.#state = STATE.between;
    this.#depth = 0;
    this.#skipped = 0;
    this.#expectsKey = false;
    this.#isEscaped = false;
    this.#pending = this.#root;
    this.#taker.reset();
  }

  /** Reads `bytes[from, to)`. */
  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    let at = from;
    this.#structure.reset();
    while (at < to && !this.complete) {
      if (this.#state === STATE.string) {
        at = this.#readString(bytes, at, to);
        continue;
      }
      if (this.#skipped > 0) {
        at = this.#skipValues(bytes, at, to);
        if (at === to) {
          return;
        }
      }
      const byte = bytes[at] as number;
      if (this.#state === STATE.scalar) {
        if (byte !== 0x2c && byte !== 0x7d && byte !== 0x5d && byte > 0x20) {
          this.#keep(byte);
          at += 1;
          continue;
        }
        this.#endScalar();
      }
      at += 1;
      this.#readToken(byte);
    }
  }

  #readToken(byte: number): void {
    if (byte === QUOTE) {
      this.#begin(this.#skipped === 0 && (this.#expectsKey || this.#pending?.field !== undefined));
      this.#state = STATE.string;
    } else if (byte === 0x7b || byte === 0x5b) {
      this.#open(byte === 0x7b);
    } else if (byte === 0x7d || byte === 0x5d) {
      this.#close();
    } else if (this.#skipped > 0 || byte <= 0x20) {
      return;
    } else if (byte === 0x2c) {
      this.#expectsKey = this.#depth > 0 && this.#objects[this.#depth - 1] === true;
      this.#pending = this.#expectsKey ? undefined : this.#nodes[this.#depth - 1];
    } else if (byte === 0x3a) {
      this.#expectsKey = false;
    } else if (this.#pending?.field !== undefined) {
      this.#begin(true);
      this.#keep(byte);
      this.#state = STATE.scalar;
    }
  }

  /** Passes over numbers that nobody asked for, megabytes of them in embeddings: near ones one by one, long runs natively. */
  #skipValues(bytes: Uint8Array, from: number, to: number): number {
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

  #begin(capturing: boolean): void {
    this.#capturing = capturing;
    this.#textLength = 0;
    this.#hasEscapes = false;
  }

  #keep(byte: number): void {
    if (this.#textLength < MAX_TEXT) {
      this.#text[this.#textLength] = byte;
    }
    this.#textLength += 1;
  }

  #readString(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    if (this.#isEscaped) {
      this.#isEscaped = false;
      this.#keep(bytes[at] as number);
      at += 1;
    }
    return this.#capturing ? this.#captureString(bytes, at, to) : this.#skipString(bytes, at, to);
  }

  #captureString(bytes: Uint8Array, from: number, to: number): number {
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] as number;
      if (byte === QUOTE) {
        this.#endString();
        return at + 1;
      }
      this.#keep(byte);
      if (byte === BACKSLASH) {
        this.#hasEscapes = true;
        at += 1;
        if (at === to) {
          this.#isEscaped = true;
          return to;
        }
        this.#keep(bytes[at] as number);
      }
      if (this.#textLength > MAX_TEXT) {
        this.#capturing = false;
        return this.#skipString(bytes, at + 1, to);
      }
    }
    return to;
  }

  /** Byte by byte where the end is likely near, natively where it is not: text full of quotes stays with the former. */
  #skipString(bytes: Uint8Array, from: number, to: number): number {
    let at = from;
    while (at < to) {
      const near = Math.min(to, at + NEAR);
      for (; at < near; at += 1) {
        const byte = bytes[at];
        if (byte === QUOTE) {
          this.#endString();
          return at + 1;
        }
        if (byte === BACKSLASH) {
          at += 1;
          if (at === to) {
            this.#isEscaped = true;
            return to;
          }
        }
      }
      if (at >= to) {
        break;
      }
      const found = bytes.indexOf(QUOTE, at);
      const end = found < 0 || found > to ? to : found;
      let first = end;
      while (first > at && bytes[first - 1] === BACKSLASH) {
        first -= 1;
      }
      if ((end - first) % 2 === 0) {
        if (end === to) {
          return to;
        }
        this.#endString();
        return end + 1;
      }
      if (end === to) {
        this.#isEscaped = true;
        return to;
      }
      at = end + 1;
    }
    return to;
  }

  #endString(): void {
    this.#state = STATE.between;
    if (!this.#capturing) {
      return;
    }
    if (this.#expectsKey) {
      this.#pending = this.#hasEscapes ? undefined : this.#childNamed();
      return;
    }
    const node = this.#pending;
    if (node?.field !== undefined) {
      const raw = this.#text.toString('utf8', 0, this.#textLength);
      this.#taker.text(node, this.#hasEscapes ? unescape(raw) : raw);
    }
  }

  #endScalar(): void {
    this.#state = STATE.between;
    const node = this.#pending;
    if (node?.field === undefined || this.#textLength > MAX_TEXT) {
      return;
    }
    this.#taker.bare(node, this.#text.toString('latin1', 0, this.#textLength));
  }

  #childNamed(): FieldNode | undefined {
    const length = this.#textLength;
    for (const [key, node] of this.#nodes[this.#depth - 1]?.children ?? []) {
      if (key.length === length) {
        let same = 0;
        while (same < length && key[same] === this.#text[same]) {
          same += 1;
        }
        if (same === length) {
          return node;
        }
      }
    }
    return undefined;
  }
}

function isLeaf({ field, children }: FieldNode): boolean {
  return field !== undefined && children.length === 0;
}

function unescape(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return '';
  }
}
