const STRUCTURE = Buffer.from('"[]{}');

/** Finds the next quote or bracket of JSON natively, each byte looked at a bounded number of times. */
export class StructureFinder {
  /** Where each is found next in the bytes at hand. */
  readonly #next = [-1, -1, -1, -1, -1];
  #isStale = false;

  /** Other bytes are at hand. */
  reset(): void {
    this.#isStale = true;
  }

  /** Where the first of them is in `bytes[from, to)`, or `to`. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (this.#isStale) {
      this.#next.fill(-1);
      this.#isStale = false;
    }
    let first = to;
    for (let index = 0; index < STRUCTURE.length; index += 1) {
      let at = this.#next[index] as number;
      if (at < from) {
        const found = bytes.indexOf(STRUCTURE[index] as number, from);
        at = found < 0 ? Infinity : found;
        this.#next[index] = at;
      }
      first = Math.min(first, at);
    }
    return first;
  }
}
