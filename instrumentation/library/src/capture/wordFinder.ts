import { isAt } from './isAt.ts';

/**
 * Finds the first of several words in bytes, looking at few of them (Horspool's algorithm, for words as long as the shortest): a
 * native search for each word costs more than the pieces of text that a stream is made of are long.
 */
export class WordFinder {
  readonly #length: number;
  /** How far on the next look is, by the byte under the end of the window. */
  readonly #shift: Uint8Array;
  /** The words whose byte at the end of the window is this one. */
  readonly #candidates: (readonly Uint8Array[] | undefined)[];

  /** @param words none empty */
  constructor(words: readonly Uint8Array[]) {
    const length = Math.min(255, ...words.map((word) => word.length));
    this.#length = length;
    this.#shift = new Uint8Array(256).fill(length);
    this.#candidates = new Array<undefined>(256).fill(undefined);
    for (const word of words) {
      for (let at = 0; at < length - 1; at += 1) {
        const byte = word[at] as number;
        this.#shift[byte] = Math.min(this.#shift[byte] as number, length - 1 - at);
      }
      const last = word[length - 1] as number;
      this.#candidates[last] = [...(this.#candidates[last] ?? []), word];
    }
  }

  /** Where in `bytes[from, to)` the first whole word begins; -1: none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const shift = this.#shift;
    const beforeEnd = this.#length - 1;
    for (let at = from + beforeEnd; at < to;) {
      const byte = bytes[at] as number;
      const words = this.#candidates[byte];
      if (words !== undefined) {
        for (const word of words) {
          if (isAt(bytes, at - beforeEnd, to, word)) {
            return at - beforeEnd;
          }
        }
      }
      at += shift[byte] as number;
    }
    return -1;
  }
}
