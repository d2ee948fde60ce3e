import { seededRandom } from '../seededRandom.ts';

/** Random quantities from one seeded sequence. */
export class Draws {
  readonly next: () => number;
  readonly #bytes = Buffer.alloc(16);

  constructor(seed: string) {
    this.next = seededRandom(seed);
  }

  /** A whole number whose mean is `mean`. */
  count(mean: number): number {
    return Math.floor(mean + this.next());
  }

  /** Lognormal. */
  around(median: number, spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * this.next()));
  }

  /** `digits` hexadecimal digits: a multiple of eight, at most 32. */
  hex(digits: number): string {
    for (let at = 0; at < digits / 2; at += 4) {
      this.#bytes.writeUInt32BE(Math.floor(this.next() * 4294967296), at);
    }
    return this.#bytes.toString('hex', 0, digits / 2);
  }
}
