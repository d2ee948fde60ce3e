import { seededRandom } from '../../workload/seededRandom.ts';

/** Draws from distributions, the same for the same seed. */
export class Draw {
  private readonly next: () => number;

  constructor(seed: string) {
    this.next = seededRandom(seed);
  }

  chance(p: number): boolean {
    return this.next() < p;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** A whole number from 0 up to, not including, `count`. */
  index(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Standard normal. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(this.next() + 1e-12)) * Math.cos(2 * Math.PI * this.next());
  }

  /** A whole number of events where `mean` are expected. */
  count(mean: number): number {
    if (mean > 60) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    }
    let events = 0;
    for (let product = this.next(); product > Math.exp(-mean); product *= this.next()) {
      events += 1;
    }
    return events;
  }
}
