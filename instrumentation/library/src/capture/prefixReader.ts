/** Longer starts are measured as this long. */
const MAX_BLOCKS = 1024;

/** Hashes a request's bytes block by block as they pass, each hash over all before it. */
export class PrefixReader {
  static readonly BLOCK = 256;
  /** One hash for each whole block, at most 1024 of them (256 KiB). */
  readonly blocks: string[] = [];
  readonly #salt: Uint8Array;
  readonly #block = Buffer.allocUnsafeSlow(PrefixReader.BLOCK);
  #filled = 0;

  constructor(salt: Uint8Array) {
    this.#salt = salt;
  }

  read(chunk: Buffer): void {
    const { createHash } = process.getBuiltinModule('node:crypto');
    for (let at = 0; at < chunk.length && this.blocks.length < MAX_BLOCKS;) {
      const copied = chunk.copy(this.#block, this.#filled, at);
      this.#filled += copied;
      at += copied;
      if (this.#filled === PrefixReader.BLOCK) {
        const before = this.blocks.at(-1) ?? '';
        const hash = createHash('sha256').update(this.#salt).update(before).update(this.#block);
        this.blocks.push(hash.digest('hex').slice(0, 16));
        this.#filled = 0;
      }
    }
  }
}
