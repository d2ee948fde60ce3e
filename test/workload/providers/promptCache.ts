import { createHash } from 'node:crypto';

/** Remembers prompt prefixes as the providers do: the first call with a prefix writes it, later ones read it. */
export class PromptCache {
  readonly #expiry = new Map<string, number>();

  /**
   * Looks the prefix up and keeps it for another `ttlMs`.
   *
   * @returns `read` where it was known, `write` where it is new
   */
  touch(model: string, prefix: string, ttlMs: number, nowMs: number): 'read' | 'write' {
    const key = createHash('sha256').update(model).update('\0').update(prefix).digest('base64url');
    const known = (this.#expiry.get(key) ?? 0) > nowMs;
    this.#expiry.set(key, nowMs + ttlMs);
    if (this.#expiry.size > 10_000) {
      this.#dropExpired(nowMs);
    }
    return known ? 'read' : 'write';
  }

  clear(): void {
    this.#expiry.clear();
  }

  #dropExpired(nowMs: number): void {
    for (const [key, expiry] of this.#expiry) {
      if (expiry <= nowMs) {
        this.#expiry.delete(key);
      }
    }
  }
}
