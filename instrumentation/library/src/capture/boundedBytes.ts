/** Copies of bytes in the order they came, up to a limit; past it everything is let go. */
export class BoundedBytes {
  isOverflown = false;
  readonly #limit: number;
  #bytes = Buffer.alloc(0);
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  append(chunk: Uint8Array): void {
    if (this.isOverflown) {
      return;
    }
    const length = this.#length + chunk.length;
    if (length > this.#limit) {
      this.isOverflown = true;
      this.#bytes = Buffer.alloc(0);
      this.#length = 0;
      return;
    }
    if (length > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.min(this.#limit, Math.max(1024, 2 * length)));
      this.#bytes.copy(grown, 0, 0, this.#length);
      this.#bytes = grown;
    }
    this.#bytes.set(chunk, this.#length);
    this.#length = length;
  }

  /** What was kept. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }
}
