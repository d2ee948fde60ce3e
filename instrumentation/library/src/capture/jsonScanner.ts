import type { FieldNode } from './wire/fieldNode.ts';

export type FieldSink = (field: string, value: string | number) => void;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Longer names and values than this are none that we look for. */
const MAX_TEXT = 256;
/** Nesting of the paths we follow; deeper documents are counted, not followed. */
const MAX_PATH = 12;
/** Strings longer than this are cheaper to skip natively. */
const SHORT = 24;

const STATE = { between: 0, string: 1, scalar: 2 } as const;

/**
 * Reads a few named fields out of a JSON document as its bytes pass, split anywhere, without decoding or keeping it:
 * constant memory, exact (a field is found by its path, so text that quotes JSON cannot pass for it), and forgiving:
 * anything that is not JSON yields nothing.
 */
export class JsonScanner {
  /** Whether the document has been read to its end. */
  complete = false;
  readonly #sink: FieldSink;
  readonly #root: FieldNode;
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
    this.#sink = sink;
    this.#pending = root;
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
  }

  /** Reads `bytes[from, to)`. */
  write(bytes: Uint8Array, from = 0, to = bytes.length): void {
    let at = from;
    while (at < to && !this.complete) {
      if (this.#state === STATE.string) {
        at = this.#readString(bytes, at, to);
        continue;
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

  #open(isObject: boolean): void {
    const node = this.#pending;
    if (this.#skipped > 0 || node === undefined || node.field !== undefined || this.#depth === MAX_PATH) {
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
    const short = from + SHORT;
    while (at < to) {
      if (this.#capturing || at < short || this.#isEscaped) {
        const byte = bytes[at] as number;
        at += 1;
        if (this.#isEscaped) {
          this.#isEscaped = false;
        } else if (byte === QUOTE) {
          this.#endString();
          return at;
        } else if (byte === BACKSLASH) {
          this.#isEscaped = true;
          this.#hasEscapes = true;
        }
        if (this.#capturing) {
          this.#keep(byte);
          this.#capturing = this.#textLength <= MAX_TEXT;
        }
        continue;
      }
      const found = bytes.indexOf(QUOTE, at);
      const end = found < 0 || found > to ? to : found;
      let first = end;
      while (first > at && bytes[first - 1] === BACKSLASH) {
        first -= 1;
      }
      this.#isEscaped = (end - first) % 2 === 1;
      at = end;
      if (at < to && !this.#isEscaped) {
        this.#endString();
        return at + 1;
      }
    }
    return at;
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
    if (node?.field !== undefined && !node.isCount) {
      const raw = this.#text.toString('utf8', 0, this.#textLength);
      this.#sink(node.field, this.#hasEscapes ? unescape(raw) : raw);
    }
  }

  #endScalar(): void {
    this.#state = STATE.between;
    const node = this.#pending;
    if (node?.field === undefined || this.#textLength > MAX_TEXT) {
      return;
    }
    const raw = this.#text.toString('latin1', 0, this.#textLength);
    if (node.isCount) {
      const count = Number(raw);
      if (Number.isSafeInteger(count) && count >= 0) {
        this.#sink(node.field, count);
      }
    } else if (raw === 'true') {
      this.#sink(node.field, raw);
    }
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

function unescape(raw: string): string {
  try {
    const value: unknown = JSON.parse(`"${raw}"`);
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
