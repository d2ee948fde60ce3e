import { seededRandom } from '../seededRandom.ts';

/** Random quantities from one seeded sequence. */
export class Draws {
  readonly next: () => number;

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

  /** `digits` hexadecimal digits, a multiple of eight. */
  hex(digits: number): string {
    let text = '';
    while (text.length < digits) {
      text += Math.floor(this.next() * 4294967296)
        .toString(16)
        .padStart(8, '0');
    }
    return text;
  }
}
