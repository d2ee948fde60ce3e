import { BASE_LABELS, TOKEN_TYPES } from '@ai-finops/instrumentation/contract';
import type { BookRow, ComponentRow, DurationRow } from '../store/bookRow.ts';
import type { CommitDelta } from '../store/commitDelta.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Store } from '../store/store.ts';
import type { WorkRow } from '../store/workRow.ts';
import { DimensionLabels } from './dimensionLabels.ts';
import { DurationSums } from './durationSums.ts';
import { SeriesSums } from './seriesSums.ts';
import { workLabelValues } from './workLabelValues.ts';

interface OpenDay {
  readonly cost: SeriesSums;
  readonly requests: SeriesSums;
  readonly workUnits: SeriesSums;
  readonly qualitySum: SeriesSums;
  readonly qualityCount: SeriesSums;
}

/**
 * The numbers of `/metrics`, kept exactly and in step with the disk: restored from the books at start, then raised by
 * what each commit added, after it. Counters count arrival: late calls and history rise today.
 */
export class LiveBooks {
  readonly labels = new DimensionLabels();
  readonly cost = new SeriesSums();
  readonly requests = new SeriesSums();
  readonly tokens = new SeriesSums();
  readonly unpriced = new SeriesSums();
  readonly durations = new DurationSums();
  private readonly openDays = new Map<EventDay, OpenDay>();

  /** @param today days before it are not kept as open days */
  restore(books: Store['books'], today: EventDay): void {
    this.labels.admit(books.dimensions());
    this.labels.work.admit(books.workSeries());
    books.totals().forEach((row) => this.count(row));
    books.componentTotals().forEach((row) => this.countTokens(row));
    books.durations().forEach((row) => this.time(row));
    for (const day of [today, today + 1]) {
      books.onDay(day).forEach((row) => this.countOpenDay(row));
      books.workOnDay(day).forEach((row) => this.countWork(row));
    }
  }

  apply(delta: CommitDelta, today: EventDay): void {
    this.labels.admit(delta.dimensions);
    for (const row of delta.books) {
      this.count(row);
      if (row.day >= today) {
        this.countOpenDay(row);
      }
    }
    this.labels.work.admit(delta.work.series);
    delta.work.rows.filter(({ day }) => day >= today).forEach((row) => this.countWork(row));
    delta.components.forEach((row) => this.countTokens(row));
    delta.durations.forEach((row) => this.time(row));
  }

  /** What happened on a day so far, by event time. */
  openDay(today: EventDay): OpenDay {
    for (const day of this.openDays.keys()) {
      if (day < today) {
        this.openDays.delete(day);
      }
    }
    return this.openDays.get(today) ?? emptyDay();
  }

  private count(row: BookRow): void {
    const labels = this.labels.of(row.dimension);
    const base = BASE_LABELS.map((name) => labels[name]);
    const requests = BigInt(row.requests);
    this.cost.add(base, row.costNanoUsd);
    this.requests.add([...base, row.status], requests);
    if (row.unpriced !== '') {
      this.unpriced.add([labels.provider, labels.model, row.unpriced], requests);
    }
  }

  private countTokens({ component, dimension, quantity }: ComponentRow): void {
    if (TOKEN_TYPES.some((type) => type === component)) {
      const labels = this.labels.of(dimension);
      this.tokens.add([...BASE_LABELS.map((name) => labels[name]), component], BigInt(quantity));
    }
  }

  private countOpenDay(row: BookRow): void {
    if (row.day !== row.forDay) {
      return;
    }
    const day = this.sumsOf(row.day);
    const { feature, team, environment } = this.labels.of(row.dimension);
    day.cost.add([feature, team, environment], row.costNanoUsd);
    day.requests.add([feature, team, environment], BigInt(row.requests));
  }

  private countWork(row: WorkRow): void {
    if (row.day !== row.forDay) {
      return;
    }
    const day = this.sumsOf(row.day);
    const labels = this.labels.work.of(row.series);
    const values = workLabelValues(labels);
    if (labels.kind === 'outcome') {
      day.workUnits.add(values, row.amount);
    } else if (labels.kind === 'quality') {
      day.qualitySum.add(values, row.amount);
      day.qualityCount.add(values, BigInt(row.records));
    }
  }

  private sumsOf(day: EventDay): OpenDay {
    const sums = this.openDays.get(day) ?? emptyDay();
    this.openDays.set(day, sums);
    return sums;
  }

  private time(row: DurationRow): void {
    const { feature, provider, model } = this.labels.of(row.dimension);
    this.durations.add([feature, provider, model], row);
  }
}

function emptyDay(): OpenDay {
  return {
    cost: new SeriesSums(),
    requests: new SeriesSums(),
    workUnits: new SeriesSums(),
    qualitySum: new SeriesSums(),
    qualityCount: new SeriesSums(),
  };
}
