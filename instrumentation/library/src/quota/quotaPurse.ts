import type { Purse } from '../budget/index.ts';
import type { HardQuota } from './hardQuota.ts';

/** An answer is asked for again after this long, and counts no more after that. */
const REFRESH_MS = 10_000;
const MAX_AGE_MS = 60_000;
/** What was spent here so shortly before a look may not be in the ledger's books yet. */
const LAG_MS = 30_000;

/**
 * What this process may still spend of the quotas of one feature or tenant: the ledger's last answer, less what was spent
 * here since, or so shortly before that the ledger may not know it yet, less what is held back for calls under way. So
 * money may be counted twice for half a minute, never not at all.
 */
export class QuotaPurse implements Purse {
  readonly task = undefined;
  readonly quota: string;
  readonly #now: () => number;
  #hard: readonly HardQuota[] = [];
  #askedMs = -Infinity;
  #reserved = 0n;
  #recent = 0n;
  /** By second: calls may be many. */
  readonly #settled: { readonly second: number; amount: bigint }[] = [];

  constructor(quota: string, now: () => number) {
    this.quota = quota;
    this.#now = now;
  }

  /** @param askedMs when the question was sent */
  answered(hard: readonly HardQuota[], askedMs: number): void {
    this.#hard = hard;
    this.#askedMs = askedMs;
    while ((this.#settled[0]?.second ?? Infinity) < Math.floor((askedMs - LAG_MS) / 1_000)) {
      this.#recent -= this.#settled.shift()?.amount ?? 0n;
    }
  }

  /** Whether there is an answer that still counts. */
  get isKnown(): boolean {
    return this.#isYoungerThan(MAX_AGE_MS);
  }

  get isFresh(): boolean {
    return this.#isYoungerThan(REFRESH_MS);
  }

  get isLimited(): boolean {
    return this.#hard.length > 0;
  }

  get ceiling(): bigint {
    return this.#tightest?.limit ?? 0n;
  }

  get spent(): bigint {
    return (this.#tightest?.spent ?? 0n) + this.#recent;
  }

  get reserved(): bigint {
    return this.#reserved;
  }

  get left(): bigint {
    return this.ceiling - this.spent - this.#reserved;
  }

  hold(amount: bigint): void {
    this.#reserved += amount;
  }

  settle(reserved: bigint, spent: bigint): void {
    this.#reserved -= reserved;
    this.#recent += spent;
    const second = Math.floor(this.#now() / 1_000);
    const last = this.#settled.at(-1);
    if (last?.second === second) {
      last.amount += spent;
    } else {
      this.#settled.push({ second, amount: spent });
    }
  }

  get #tightest(): HardQuota | undefined {
    return this.#hard.reduce<HardQuota | undefined>(
      (least, one) => (least === undefined || one.limit - one.spent < least.limit - least.spent ? one : least),
      undefined
    );
  }

  /** A period that has ended says nothing of the next one. */
  #isYoungerThan(ageMs: number): boolean {
    const now = this.#now();
    return now - this.#askedMs < ageMs && this.#hard.every(({ untilMs }) => now < untilMs);
  }
}
