import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dictionary } from './dictionary.ts';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';
import type { RollupEntry } from './rollup.ts';
import { callTable } from './schema.ts';

const COLUMNS =
  'start_us, key, parent, duration_us, booked, dimension, tenant, request_path, task, status, attempt, error_type, partial, reported, ' +
  'input, cache_read, cache_write, cache_write_5m, cache_write_1h, output, reasoning, web_search, ' +
  'cost, list, unpriced, rate_card, estimate';

/** The tables of single calls, one per event day, made when a day's first call comes. */
export class CallTables {
  private readonly inserts = new Map<EventDay, StatementSync>();
  private readonly database: DatabaseSync;
  private readonly dictionary: Dictionary;

  constructor(database: DatabaseSync, dictionary: Dictionary) {
    this.database = database;
    this.dictionary = dictionary;
  }

  /** Books one call; false where it is already there. */
  insert({ record, priced, day, forDay, dimension }: RollupEntry): boolean {
    const { price, quantities } = priced;
    const tokens = (count: number | undefined) => (quantities ? (count ?? 0) : null);
    const isPriced = price.kind === 'priced';
    const { changes } = this.insertInto(forDay).run(
      record.startUs,
      record.key,
      record.parentSpanId,
      record.durationUs,
      day === forDay ? null : day,
      dimension,
      this.dictionary.name(record.tenant),
      record.requestPath || null,
      record.task || null,
      record.status,
      record.attempt,
      record.errorType || null,
      Number(record.usage.kind === 'reported' && record.usage.partial),
      quantities || record.usage.kind !== 'reported' ? null : JSON.stringify(record.usage.usage),
      tokens(quantities?.input),
      tokens(quantities?.cache_read),
      tokens(quantities?.cache_write),
      tokens(quantities?.cache_write_5m),
      tokens(quantities?.cache_write_1h),
      tokens(quantities?.output),
      tokens(quantities?.reasoning),
      tokens(quantities?.web_search),
      isPriced ? price.nanoUsd : null,
      isPriced ? price.listNanoUsd : null,
      isPriced ? null : price.reason,
      this.dictionary.name(isPriced ? price.rateCard : ''),
      record.estimateNanoUsd ?? null
    );
    return Number(changes) === 1;
  }

  /** Drops the tables of days before `day`. */
  dropBefore(day: EventDay): void {
    const first = callTableName(day);
    const tables = this.database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*' AND name < ?`)
      .all(first);
    for (const { name } of tables) {
      this.database.exec(`DROP TABLE ${String(name)}`);
    }
    this.forget();
  }

  /** After a rollback or a drop prepared statements may name tables that are gone. */
  forget(): void {
    this.inserts.clear();
  }

  private insertInto(day: EventDay): StatementSync {
    let insert = this.inserts.get(day);
    if (!insert) {
      const name = callTableName(day);
      this.database.exec(callTable(name));
      const values = COLUMNS.split(', ').map(() => '?');
      insert = this.database.prepare(
        `INSERT INTO ${name} (${COLUMNS}) VALUES (${values.join(', ')}) ON CONFLICT (start_us, key) DO NOTHING`
      );
      this.inserts.set(day, insert);
    }
    return insert;
  }
}
