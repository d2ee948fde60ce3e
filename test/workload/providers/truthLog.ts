import type { TruthEntry } from './truthEntry.ts';

/** The provider's own books: what was billed, kept apart from anything the client saw. */
export class TruthLog {
  #entries: TruthEntry[] = [];

  add(entry: TruthEntry): void {
    this.#entries.push(entry);
  }

  entries(): readonly TruthEntry[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
