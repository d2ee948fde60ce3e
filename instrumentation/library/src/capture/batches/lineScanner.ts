import type { FieldSink } from '../fieldTaker.ts';
import { JsonScanner } from '../jsonScanner.ts';
import type { FieldNode } from '../wire/fieldNode.ts';

const NEWLINE = 0x0a;

/** Reads the fields of every line of JSON Lines as its bytes pass, split anywhere; hands over whole lines only. */
export class LineScanner {
  readonly #root: FieldNode;
  readonly #sink: FieldSink;
  readonly #json: JsonScanner;
  readonly #onLine: (fields: Record<string, string | number>) => void;
  #fields: Record<string, string | number> = {};

  constructor(root: FieldNode, onLine: (fields: Record<string, string | number>) => void) {
    this.#root = root;
    this.#sink = {
      take: (field, value) => {
        this.#fields[field] = value;
      },
    };
    this.#json = new JsonScanner(root, this.#sink);
    this.#onLine = onLine;
  }

  write(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length) {
      const found = bytes.indexOf(NEWLINE, at);
      const end = found < 0 ? bytes.length : found;
      this.#json.write(bytes, at, end);
      if (found >= 0) {
        this.end();
      }
      at = end + 1;
    }
  }

  /** The line is over; the last one may end without a newline. */
  end(): void {
    const fields = this.#fields;
    const isWhole = this.#json.complete;
    this.#fields = {};
    this.#json.begin(this.#root, this.#sink);
    if (isWhole) {
      this.#onLine(fields);
    }
  }
}
