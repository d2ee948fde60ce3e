import { isAt } from './isAt.ts';

/** Pairs of letters share so many places: two that share one only make the search look more often. */
const PLACES = 1024;

/**
 * Finds the first of several words in bytes, looking at few of them (Wu and Manber's algorithm with pairs of bytes, for words
 * as long as the shortest): a native search for each word costs more than the pieces of text that a stream is made of are
 * long. Pairs, because every single letter of our words is in every sentence, but few of their pairs are.
 */
export class WordFinder {
  readonly #length: number;
  /** How far on the next look is, by the pair under the end of the window; 0: a word may be here. */
  readonly #shift: Uint8Array;
  readonly #words: readonly Uint8Array[];

  /** @param words of two bytes or more */
  constructor(words: readonly Uint8Array[]) {
    const length = Math.min(255, ...words.map((word) => word.length));
    this.#length = length;
    this.#words = words;
    this.#shift = new Uint8Array(PLACES).fill(length - 1);
    for (const word of words) {
      for (let at = 1; at < length; at += 1) {
        const place = placeOf(word[at - 1] as number, word[at] as number);
        this.#shift[place] = Math.min(this.#shift[place] as number, length - 1 - at);
      }
    }
  }

  /** Where in `bytes[from, to)` the first whole word begins; -1: none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const shift = this.#shift;
    const beforeEnd = this.#length - 1;
    for (let at = from + beforeEnd; at < to;) {
      const further = shift[placeOf(bytes[at - 1] as number, bytes[at] as number)] as number;
      if (further > 0) {
        at += further;
      } else if (this.#isWordAt(bytes, at - beforeEnd, to)) {
        return at - beforeEnd;
      } else {
        at += 1;
      }
    }
    return -1;
  }

  #isWordAt(bytes: Uint8Array, at: number, to: number): boolean {
    for (const word of this.#words) {
      if (isAt(bytes, at, to, word)) {
        return true;
      }
    }
    return false;
  }
}

function placeOf(first: number, second: number): number {
  return ((first << 4) ^ second) & (PLACES - 1);
}
