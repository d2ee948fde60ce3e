import type { FieldNode } from './wire/fieldNode.ts';

export type FieldSink = (field: string, value: string | number) => void;

const AMOUNT = /^\d{1,15}(\.\d{1,30})?([eE][+-]?\d{1,2})?$/;

/** Turns the values found at leaves into fields; sums start anew with every document. */
export class FieldTaker {
  readonly #sink: FieldSink;
  #sums: Map<string, number> | undefined;

  constructor(sink: FieldSink) {
    this.#sink = sink;
  }

  /** A new document begins. */
  reset(): void {
    this.#sums = undefined;
  }

  text(node: FieldNode, value: string): void {
    if (node.field === undefined) {
      return;
    }
    if (node.kind === 'text' || (node.kind === 'amount' && AMOUNT.test(value))) {
      this.#sink(node.field, value);
    } else if (node.kind === 'words') {
      const field = node.words?.get(value);
      if (field !== undefined) {
        this.#add(field, 1);
      }
    }
  }

  /** A value without quotes: a number, `true`, `null`. */
  bare(node: FieldNode, raw: string): void {
    if (node.field === undefined) {
      return;
    }
    if (node.kind === 'count' || node.kind === 'sum') {
      const count = Number(raw);
      if (!Number.isSafeInteger(count) || count < 0) {
        return;
      }
      if (node.kind === 'sum') {
        this.#add(node.field, count);
      } else {
        this.#sink(node.field, count);
      }
    } else if (node.kind === 'amount' ? AMOUNT.test(raw) : node.kind === 'text' && raw === 'true') {
      this.#sink(node.field, raw);
    }
  }

  #add(field: string, count: number): void {
    this.#sums ??= new Map();
    const sum = (this.#sums.get(field) ?? 0) + count;
    if (Number.isSafeInteger(sum)) {
      this.#sums.set(field, sum);
      this.#sink(field, sum);
    }
  }
}
