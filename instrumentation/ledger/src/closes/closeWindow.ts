import { SeriesSums } from '../books/seriesSums.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { CloseFamily } from './closeFamily.ts';
import type { DayBooks } from './dayBooks.ts';

/** A series seen within this many days closes with an explicit 0; the readers' windows then never see a stale value. */
const ZERO_DAYS = 8;

export interface DailyClose {
  readonly day: EventDay;
  readonly samples: ReadonlyMap<CloseFamily, SeriesSums>;
}

/**
 * Turns days into closes, one after the other. It remembers which series the days before had; feed it ZERO_DAYS days
 * before the first whose close counts.
 */
export class CloseWindow {
  static readonly warmUpDays = ZERO_DAYS;
  private readonly seen = new Map<CloseFamily, Map<string, { values: readonly string[]; day: EventDay }>>();
  private readonly families: readonly CloseFamily[];

  constructor(families: readonly CloseFamily[]) {
    this.families = families;
  }

  advance(books: DayBooks): DailyClose {
    return {
      day: books.day,
      samples: new Map(this.families.map((family) => [family, this.close(family, books)])),
    };
  }

  private close(family: CloseFamily, books: DayBooks): SeriesSums {
    const sums = new SeriesSums();
    family.collect(books, (values, amount) => sums.add(values, amount));

    const seen = this.seen.get(family) ?? new Map<string, { values: readonly string[]; day: EventDay }>();
    this.seen.set(family, seen);
    for (const [key, { values }] of sums.entries()) {
      seen.set(key, { values, day: books.day });
    }
    for (const [key, { values, day }] of seen) {
      if (day < books.day - ZERO_DAYS) {
        seen.delete(key);
      } else if (!sums.has(key) && (family.closesWithZero?.(books, values) ?? true)) {
        sums.add(values, 0n);
      }
    }
    return sums;
  }
}
