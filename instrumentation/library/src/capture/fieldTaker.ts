import type { FieldNode } from './wire/fieldNode.ts';

/** Where fields go: an object that is there anyway, as each open exchange has one. */
export interface FieldSink {
  take(field: string, value: string | number): void;
}

const AMOUNT = /^\d{1,15}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;

/** Turns the values found at leaves into fields; sums start anew with every document. */
export class FieldTaker {
  #sink: FieldSink;
  #sums: Map<string, number> | undefined;

  constructor(sink: FieldSink) {
    this.#sink = sink;
  }

  /** Another document begins; its fields go to `sink`. */
  begin(sink: FieldSink): void {
    this.#sink = sink;
    this.#sums = undefined;
  }

  /** Holds on to nobody's sink. */
  letGo(): void {
    this.begin(ignore);
  }

  text(node: FieldNode, value: string): void {
    if (node.field === undefined) {
      return;
    }
    if (node.kind === 'text' || (node.kind === 'amount' && AMOUNT.test(value))) {
      this.#sink.take(node.field, value);
    } else if (node.kind === 'words') {
      const field = node.words?.get(value);
      if (field !== undefined) {
        this.#add(field, 1);
      }
    }
  }

  /** A value without quotes, `bytes[from, to)`: a number, `true`, `null`. */
  bare(node: FieldNode, bytes: Buffer, from: number, to: number): void {
    if (node.field === undefined) {
      return;
    }
    if (node.kind === 'count' || node.kind === 'sum') {
      const count = readCount(bytes, from, to);
      if (count === undefined) {
        return;
      }
      if (node.kind === 'sum') {
        this.#add(node.field, count);
      } else {
        this.#sink.take(node.field, count);
      }
      return;
    }
    const raw = bytes.toString('latin1', from, to);
    if (node.kind === 'amount' ? AMOUNT.test(raw) : node.kind === 'text' && raw === 'true') {
      this.#sink.take(node.field, raw);
    }
  }

  #add(field: string, count: number): void {
    this.#sums ??= new Map();
    const sum = (this.#sums.get(field) ?? 0) + count;
    if (Number.isSafeInteger(sum)) {
      this.#sums.set(field, sum);
      this.#sink.take(field, sum);
    }
  }
}

const ignore: FieldSink = { take: () => undefined };

/** A whole number ≥ 0. */
function readCount(bytes: Buffer, from: number, to: number): number | undefined {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) {
      // Another notation, such as 1e3 or 12.0; or no number.
      count = Number(bytes.toString('latin1', from, to));
      break;
    }
    count = count * 10 + digit;
  }
  return from < to && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}
