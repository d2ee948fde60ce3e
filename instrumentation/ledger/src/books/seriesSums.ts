export interface SeriesSum {
  /** In the order of the label names. */
  readonly values: readonly string[];
  sum: bigint;
}

/** Exact sums by label set. Money is nano-USD. */
export class SeriesSums {
  private readonly series = new Map<string, SeriesSum>();

  add(values: readonly string[], amount: bigint): void {
    // Label values hold no control characters, so that they cannot run into each other.
    const key = values.join('\n');
    const found = this.series.get(key);
    if (found) {
      found.sum += amount;
    } else {
      this.series.set(key, { values, sum: amount });
    }
  }

  get size(): number {
    return this.series.size;
  }

  entries(): IterableIterator<[string, SeriesSum]> {
    return this.series.entries();
  }

  has(key: string): boolean {
    return this.series.has(key);
  }

  [Symbol.iterator](): IterableIterator<SeriesSum> {
    return this.series.values();
  }
}
