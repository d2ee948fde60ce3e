import { asBuffer } from '../asBuffer.ts';

/** Longer texts are not kept. */
const MAX_LENGTH = 64;
/** After so many more changes than repeats, the texts are ids: no more are kept. */
const GIVE_UP = 32;

/** Decodes the texts of one field. Most are what the one before was (a model, a tier): that is handed out again. */
export class LastText {
  #text = '';
  /** Its bytes: the first `#length` of these. */
  #bytes: Uint8Array | undefined;
  #length = 0;
  #changes = 0;

  /** UTF-8 of `bytes[from, to)`. */
  decode(bytes: Uint8Array, from: number, to: number): string {
    if (this.#changes > GIVE_UP) {
      return asBuffer(bytes).toString('utf8', from, to);
    }
    if (this.#isLast(bytes, from, to - from)) {
      this.#changes -= 1;
      return this.#text;
    }
    const text = asBuffer(bytes).toString('utf8', from, to);
    this.#changes += 1;
    if (to - from <= MAX_LENGTH) {
      this.#text = text;
      this.#bytes ??= new Uint8Array(MAX_LENGTH);
      this.#length = to - from;
      for (let at = 0; at < this.#length; at += 1) {
        this.#bytes[at] = bytes[from + at] as number;
      }
    }
    return text;
  }

  #isLast(bytes: Uint8Array, from: number, length: number): boolean {
    const last = this.#bytes;
    if (last === undefined || this.#length !== length) {
      return false;
    }
    for (let at = 0; at < length; at += 1) {
      if (bytes[from + at] !== last[at]) {
        return false;
      }
    }
    return true;
  }
}
