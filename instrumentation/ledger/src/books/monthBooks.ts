import type { BookRow } from '../store/bookRow.ts';
import { dayText } from '../store/dayText.ts';
import type { EventDay } from '../store/eventDay.ts';
import { monthText } from '../store/monthText.ts';
import type { Store } from '../store/store.ts';
import type { DimensionLabels } from './dimensionLabels.ts';
import { SeriesSums } from './seriesSums.ts';

type MonthRow = Pick<BookRow, 'dimension' | 'forDay' | 'costNanoUsd'>;

/**
 * What calendar months (UTC) have cost so far, in step with the disk: by the day a call happened on, whenever it came, so
 * that late calls count in their own month. Sums are by scope and name: all of it (name ''), each team, each feature.
 */
export class MonthBooks {
  private readonly labels: Pick<DimensionLabels, 'of'>;
  private readonly months = new Map<string, SeriesSums>();

  constructor(labels: Pick<DimensionLabels, 'of'>) {
    this.labels = labels;
  }

  /** Once the labels are admitted. Months before that of `today` are not kept. */
  restore(books: Pick<Store['books'], 'costSince'>, today: EventDay): void {
    const first = today - Number(dayText(today).slice(8)) + 1;
    // Senders' clocks may be a little ahead of ours: tomorrow can be another month.
    const tomorrow = today + 1;
    const turn = monthText(tomorrow) === monthText(today) ? tomorrow + 1 : tomorrow;
    this.add(books.costSince(first, tomorrow, turn), today);
  }

  /** What a commit added, once its labels are admitted. */
  add(rows: readonly MonthRow[], today: EventDay): void {
    const thisMonth = monthText(today);
    for (const row of rows) {
      const month = monthText(row.forDay);
      if (month >= thisMonth) {
        this.count(month, row);
      }
    }
  }

  /** The month of `today` so far; earlier ones are forgotten. */
  cost(today: EventDay): SeriesSums {
    const thisMonth = monthText(today);
    for (const month of this.months.keys()) {
      if (month < thisMonth) {
        this.months.delete(month);
      }
    }
    return this.months.get(thisMonth) ?? new SeriesSums();
  }

  private count(month: string, { dimension, costNanoUsd }: MonthRow): void {
    const sums = this.months.get(month) ?? new SeriesSums();
    this.months.set(month, sums);
    const { feature, team } = this.labels.of(dimension);
    sums.add(['total', ''], costNanoUsd);
    sums.add(['team', team], costNanoUsd);
    sums.add(['feature', feature], costNanoUsd);
  }
}

/** `YYYY-MM`, which sorts as months do. */
