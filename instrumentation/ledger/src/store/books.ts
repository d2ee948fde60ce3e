import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { BookReason, BookRow, ComponentRow, DimensionRow, DurationRow, TenantRow } from './bookRow.ts';
import { CARRIED_SUMS } from './carriedSums.ts';
import { countedMonths, type CountedMonth } from './countedMonths.ts';
import type { DayRow, DayTotal } from './dayRow.ts';
import type { EventDay } from './eventDay.ts';
import { personRows } from './personRows.ts';
import { MIGRATIONS } from './schema.ts';
import { sumsOverAll } from './sumsOverAll.ts';
import { Unusable } from './unusable.ts';
import type { WorkRow, WorkSeriesRow } from './workRow.ts';
import { openReader } from './openReader.ts';

type Row = Record<string, SQLOutputValue>;

/**
 * Reads the books beside their writer, from any process. Each method answers from one state; none holds a read open,
 * which would keep the write-ahead log growing.
 */
export class Books {
  private readonly database: DatabaseSync;

  /** @throws when there are no books at `path`, or they are not of this version */
  constructor(path: string) {
    this.database = openReader(path);
    const version = Number(this.database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version !== MIGRATIONS.length) {
      this.database.close();
      throw new Unusable(`${path} was written by another version: start this version's ledger on it once`);
    }
  }

  /** Labels with ids above `afterId`, in the order of first arrival. */
  dimensions(afterId = 0): DimensionRow[] {
    return this.all('SELECT * FROM dimension WHERE id > ? ORDER BY id', afterId).map(({ id, ...labels }) => ({
      id: Number(id),
      dimensions: labels as unknown as DimensionRow['dimensions'],
    }));
  }

  /** All calls ever booked as they were priced when they came, by labels and outcome; day and event day are 0. */
  totals(): BookRow[] {
    return this.all(sumsOverAll(CARRIED_SUMS.book)).map((row) => bookRow({ day: 0n, for_day: 0n, ...row }));
  }

  /** What was booked on a day, adjustments for earlier days included. */
  onDay(day: EventDay): BookRow[] {
    return this.all('SELECT * FROM book WHERE day = ?', day).map(bookRow);
  }

  /**
   * What calls of the days from `first` on cost, as far as it was booked up to `through`: by labels, once for event days
   * before `turn` and once for later ones, of which one is named.
   */
  costSince(
    first: EventDay,
    through: EventDay,
    turn: EventDay
  ): Pick<BookRow, 'dimension' | 'forDay' | 'costNanoUsd'>[] {
    return this.all(
      `SELECT dimension, max(for_day) AS for_day, sum(cost) AS cost FROM book
       WHERE day BETWEEN ?1 AND ?2 AND for_day >= ?1 GROUP BY dimension, for_day >= ?3`,
      ...[first, through, turn]
    ).map((row) => ({
      dimension: Number(row['dimension']),
      forDay: Number(row['for_day']),
      costNanoUsd: row['cost'] as bigint,
    }));
  }

  /** What was ever used, by labels and billing component; day and event day are 0. */
  componentTotals(): ComponentRow[] {
    return this.all(sumsOverAll(CARRIED_SUMS.component)).map((row) => componentRow({ day: 0n, for_day: 0n, ...row }));
  }

  /** What was booked on a day, by billing component. */
  componentsOnDay(day: EventDay): ComponentRow[] {
    return this.all('SELECT * FROM component_book WHERE day = ?', day).map(componentRow);
  }

  /** What was booked on a day, by tenant; of all providers together. */
  tenantsOnDay(day: EventDay): Omit<TenantRow, 'provider'>[] {
    return this.all(
      `SELECT day, for_day, t.value AS tenant, f.value AS feature, e.value AS environment, requests, cost, list
       FROM (
         SELECT day, for_day, tenant, feature, environment,
           sum(requests) AS requests, sum(cost) AS cost, sum(list) AS list
         FROM tenant_book WHERE day = ? GROUP BY day, for_day, tenant, feature, environment
       ) b
       JOIN name t ON t.id = b.tenant JOIN name f ON f.id = b.feature JOIN name e ON e.id = b.environment`,
      day
    ).map((row) => ({
      day: Number(row['day']),
      forDay: Number(row['for_day']),
      tenant: String(row['tenant']),
      feature: String(row['feature']),
      environment: String(row['environment']),
      requests: Number(row['requests']),
      costNanoUsd: row['cost'] as bigint,
      listNanoUsd: row['list'] as bigint,
    }));
  }

  /** Durations of all calls ever booked; day is 0. */
  durations(): DurationRow[] {
    return this.all(sumsOverAll(CARRIED_SUMS.duration)).map((row) => ({
      day: 0,
      dimension: Number(row['dimension']),
      bucket: Number(row['bucket']),
      requests: Number(row['requests']),
      durationUs: Number(row['duration_us']),
    }));
  }

  /** Labels of work with ids above `afterId`, in the order of first arrival. */
  workSeries(afterId = 0): WorkSeriesRow[] {
    return this.all('SELECT * FROM work_series WHERE id > ? ORDER BY id', afterId).map(({ id, ...labels }) => ({
      id: Number(id),
      labels: labels as unknown as WorkSeriesRow['labels'],
    }));
  }

  /** The outcomes and judgements booked on a day, late ones for earlier days included. */
  workOnDay(day: EventDay): WorkRow[] {
    return this.all('SELECT * FROM work_book WHERE day = ?', day).map((row) => ({
      day: Number(row['day']),
      forDay: Number(row['for_day']),
      series: Number(row['series']),
      records: Number(row['records']),
      amount: row['amount'] as bigint,
    }));
  }

  days(): DayRow[] {
    return this.all('SELECT * FROM day ORDER BY day').map((row) => ({
      day: Number(row['day']),
      firstArrivalMs: Number(row['first_arrival_ms']),
      lastArrivalMs: Number(row['last_arrival_ms']),
      closedMs: row['closed_ms'] === null ? undefined : Number(row['closed_ms']),
    }));
  }

  dayTotals(): DayTotal[] {
    return this.all(
      `SELECT day,
         sum(iif(for_day = day, requests, 0)) AS requests,
         sum(iif(for_day = day, cost, 0)) AS cost,
         sum(iif(for_day = day, 0, cost)) AS adjustment
       FROM book WHERE day >= 0 GROUP BY day ORDER BY day`
    ).map((row) => ({
      day: Number(row['day']),
      requests: row['requests'] as bigint,
      costNanoUsd: row['cost'] as bigint,
      adjustmentNanoUsd: row['adjustment'] as bigint,
    }));
  }

  /**
   * Where a person is counted among the people of a month.
   *
   * @param persons every name that `personOf` may have given them
   */
  countedMonths(persons: readonly string[]): CountedMonth[] {
    return countedMonths(personRows(this.database, persons));
  }

  close(): void {
    this.database.close();
  }

  private all(sql: string, ...values: number[]): Row[] {
    const statement = this.database.prepare(sql);
    // Sums of money pass 2^53 nano-USD at nine million dollars.
    statement.setReadBigInts(true);
    return statement.all(...values);
  }
}

function bookRow(row: Row): BookRow {
  return {
    day: Number(row['day']),
    forDay: Number(row['for_day']),
    dimension: Number(row['dimension']),
    status: String(row['status']) as CallStatus,
    retry: row['retry'] === 1n,
    unpriced: String(row['unpriced']),
    requests: Number(row['requests']),
    costNanoUsd: row['cost'] as bigint,
    listNanoUsd: row['list'] as bigint,
    ...(row['reason'] !== '' && { reason: row['reason'] as BookReason }),
  };
}

function componentRow(row: Row): ComponentRow {
  return {
    day: Number(row['day']),
    forDay: Number(row['for_day']),
    dimension: Number(row['dimension']),
    component: String(row['component']),
    quantity: Number(row['quantity']),
    costNanoUsd: row['cost'] as bigint,
  };
}
