import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dictionary } from './dictionary.ts';
import type { EventDay } from './eventDay.ts';
import type { Rollup } from './rollup.ts';

/** Adds a commit's sums to the books; call inside the transaction that inserts its rows. */
export class RollupWriter {
  private readonly database: DatabaseSync;
  private readonly dictionary: Dictionary;
  private readonly book: StatementSync;
  private readonly component: StatementSync;
  private readonly tenant: StatementSync;
  private readonly duration: StatementSync;

  constructor(database: DatabaseSync, dictionary: Dictionary) {
    this.database = database;
    this.dictionary = dictionary;
    const add = (table: string, key: readonly string[], sums: readonly string[]) =>
      database.prepare(
        `INSERT INTO ${table} (${[...key, ...sums].join(', ')}) VALUES (${[...key, ...sums].map(() => '?').join(', ')})
         ON CONFLICT DO UPDATE SET ${sums.map((sum) => `${sum} = ${sum} + excluded.${sum}`).join(', ')}`
      );
    this.book = add(
      'book',
      ['day', 'for_day', 'dimension', 'status', 'retry', 'unpriced', 'reason'],
      ['requests', 'cost', 'list']
    );
    this.component = add('component_book', ['day', 'for_day', 'dimension', 'component'], ['quantity', 'cost']);
    this.tenant = add(
      'tenant_book',
      ['day', 'for_day', 'tenant', 'feature', 'environment', 'provider'],
      ['requests', 'cost', 'list']
    );
    this.duration = add('duration_book', ['day', 'dimension', 'bucket'], ['requests', 'duration_us']);
  }

  /** Drops the sums of some days that came to nothing: what was taken back was never there. */
  dropEmpty(days: Iterable<EventDay>): void {
    const empty = [
      'book WHERE requests = 0 AND cost = 0 AND list = 0',
      'component_book WHERE quantity = 0 AND cost = 0',
      'tenant_book WHERE requests = 0 AND cost = 0 AND list = 0',
      'duration_book WHERE requests = 0 AND duration_us = 0',
    ];
    for (const day of days) {
      empty.forEach((table) => this.database.prepare(`DELETE FROM ${table} AND day = ?`).run(day));
    }
  }

  write(rollup: Pick<Rollup, 'books' | 'components' | 'tenants' | 'durations'>): void {
    for (const row of rollup.books) {
      const key = [row.day, row.forDay, row.dimension, row.status, Number(row.retry), row.unpriced, row.reason ?? ''];
      this.book.run(...key, row.requests, row.costNanoUsd, row.listNanoUsd);
    }
    for (const row of rollup.components) {
      this.component.run(row.day, row.forDay, row.dimension, row.component, row.quantity, row.costNanoUsd);
    }
    for (const row of rollup.tenants) {
      const labels = [row.tenant, row.feature, row.environment, row.provider].map((value) =>
        this.dictionary.name(value)
      );
      this.tenant.run(row.day, row.forDay, ...labels, row.requests, row.costNanoUsd, row.listNanoUsd);
    }
    for (const row of rollup.durations) {
      this.duration.run(row.day, row.dimension, row.bucket, row.requests, row.durationUs);
    }
  }
}
