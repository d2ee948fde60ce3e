import type { PromptPrefix } from './promptPrefix.ts';
import { PrefixReader } from './prefixReader.ts';

/** Kinds of requests remembered, and starts of each: several prompts may take turns under one name. */
const MAX_KINDS = 200;
const STARTS = 4;

/**
 * Measures how much of a prompt stays the same from request to request, which is what a provider's cache could hold. Kept
 * are salted hashes of blocks, in memory only: the salt is this process's own and never leaves it, so that a text that is
 * guessed cannot be confirmed.
 */
export class PrefixMeter {
  readonly #salt = process.getBuiltinModule('node:crypto').randomBytes(16);
  /** By kind, the last one used at the end. */
  readonly #starts = new Map<string, (readonly string[])[]>();

  /** Reads one request. */
  begin(): PrefixReader {
    return new PrefixReader(this.#salt);
  }

  /** What `reader` shares with an earlier request of this kind; undefined where that is nothing, as with the first. */
  conclude(kind: string, reader: PrefixReader): PromptPrefix | undefined {
    const blocks = reader.blocks;
    const earlier = this.#starts.get(kind) ?? [];
    const shared = Math.max(0, ...earlier.map((start) => sharedLength(start, blocks)));
    // The start it continues is replaced, others stay.
    const others = earlier.filter((start) => shared === 0 || sharedLength(start, blocks) < shared);
    this.#starts.delete(kind);
    this.#starts.set(kind, [...others, blocks].slice(-STARTS));
    if (this.#starts.size > MAX_KINDS) {
      this.#starts.delete(this.#starts.keys().next().value as string);
    }
    const hash = blocks[shared - 1];
    return hash === undefined ? undefined : { bytes: shared * PrefixReader.BLOCK, hash };
  }
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
}
