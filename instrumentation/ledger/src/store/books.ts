import { COMPONENTS, type CallStatus } from '@ai-finops/instrumentation/contract';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { BookRow, DimensionRow, DurationRow, TenantRow } from './bookRow.ts';
import type { DayRow, DayTotal } from './dayRow.ts';
import type { EventDay } from './eventDay.ts';

type Row = Record<string, SQLOutputValue>;

const PARTS = [...COMPONENTS.map((component) => `q_${component}`), ...COMPONENTS.map((component) => `c_${component}`)];

/**
 * Reads the books beside their writer, from any process. Each method answers from one state; none holds a read open,
 * which would keep the write-ahead log growing.
 */
export class Books {
  private readonly database: DatabaseSync;

  /** @throws when there are no books at `path` */
  constructor(path: string) {
    this.database = new DatabaseSync(path, { readOnly: true });
    this.database.exec('PRAGMA busy_timeout = 5000');
  }

  /** Labels with ids above `afterId`, in the order of first arrival. */
  dimensions(afterId = 0): DimensionRow[] {
    return this.all('SELECT * FROM dimension WHERE id > ? ORDER BY id', afterId).map(({ id, ...labels }) => ({
      id: Number(id),
      dimensions: labels as unknown as DimensionRow['dimensions'],
    }));
  }

  /** All that was ever booked, by labels and outcome; day and event day are 0. */
  totals(): BookRow[] {
    const sums = ['requests', 'cost', 'list', ...PARTS].map((column) => `sum(${column}) AS ${column}`).join(', ');
    return this.all(
      `SELECT 0 AS day, 0 AS for_day, dimension, status, retry, unpriced, ${sums}
       FROM book GROUP BY dimension, status, retry, unpriced ORDER BY dimension`
    ).map(bookRow);
  }

  /** What was booked on a day, adjustments for earlier days included. */
  onDay(day: EventDay): BookRow[] {
    return this.all('SELECT * FROM book WHERE day = ?', day).map(bookRow);
  }

  /** The same by tenant. */
  tenantsOnDay(day: EventDay): TenantRow[] {
    return this.all(
      `SELECT day, for_day, t.value AS tenant, f.value AS feature, e.value AS environment, requests, cost, list
       FROM tenant_book b
       JOIN name t ON t.id = b.tenant JOIN name f ON f.id = b.feature JOIN name e ON e.id = b.environment
       WHERE day = ?`,
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
    return this.all(
      `SELECT dimension, bucket, sum(requests) AS requests, sum(duration_us) AS duration_us
       FROM duration_book GROUP BY dimension, bucket ORDER BY dimension`
    ).map((row) => ({
      day: 0,
      dimension: Number(row['dimension']),
      bucket: Number(row['bucket']),
      requests: Number(row['requests']),
      durationUs: Number(row['duration_us']),
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
       FROM book GROUP BY day ORDER BY day`
    ).map((row) => ({
      day: Number(row['day']),
      requests: row['requests'] as bigint,
      costNanoUsd: row['cost'] as bigint,
      adjustmentNanoUsd: row['adjustment'] as bigint,
    }));
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
    quantities: COMPONENTS.map((component) => Number(row[`q_${component}`])),
    costs: COMPONENTS.map((component) => row[`c_${component}`] as bigint),
  };
}
