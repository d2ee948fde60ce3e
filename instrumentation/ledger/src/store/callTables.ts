import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dictionary } from './dictionary.ts';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';
import { otherQuantities } from './otherQuantities.ts';
import { QUANTITY_COLUMNS } from './quantityColumns.ts';
import type { RollupEntry } from './rollup.ts';
import { callTable } from './schema.ts';
import { supersededName } from './supersededName.ts';

const COLUMNS = [
  ...['start_us', 'key', 'parent', 'duration_us', 'booked', 'dimension', 'wire_model', 'tenant', 'request_path'],
  ...['task', 'status', 'attempt', 'error_type', 'partial', 'reported'],
  ...[...QUANTITY_COLUMNS, 'other_quantities'],
  ...['cost', 'list', 'unpriced', 'rate_card', 'estimate', 'stop_reason'],
];

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
    const { price, quantities, isUsageKnown } = priced;
    const none = isUsageKnown ? 0 : null;
    const model = record.dimensions.model;
    const isPriced = price.kind === 'priced';
    const { changes } = this.insertInto(forDay).run(
      record.startUs,
      record.key,
      record.parentSpanId,
      record.durationUs,
      day === forDay ? null : day,
      dimension,
      model === priced.dimensions.model ? null : model,
      this.dictionary.name(record.tenant),
      record.requestPath || null,
      record.task || null,
      record.status,
      record.attempt,
      record.errorType || null,
      Number(record.usage.kind === 'reported' && record.usage.partial),
      isUsageKnown || record.usage.kind !== 'reported' ? null : JSON.stringify(record.usage.usage),
      ...QUANTITY_COLUMNS.map((component) => quantities[component] ?? none),
      otherQuantities(quantities),
      isPriced ? price.nanoUsd : null,
      isPriced ? price.listNanoUsd : null,
      isPriced ? null : price.reason,
      this.dictionary.name(isPriced ? price.rateCard : ''),
      record.estimateNanoUsd ?? null,
      record.stopReason === '' ? null : this.dictionary.name(record.stopReason)
    );
    return Number(changes) === 1;
  }

  /** Takes one call out; its sums are the caller's to take. @param isRepriced whether it has former prices */
  remove(day: EventDay, startUs: number, key: Buffer, isRepriced: boolean): void {
    const calls = callTableName(day);
    for (const table of isRepriced ? [calls, supersededName(calls)] : [calls]) {
      this.database.prepare(`DELETE FROM ${table} WHERE start_us = ? AND key = ?`).run(startUs, key);
    }
  }

  /** Drops the tables of days before `day`. */
  dropBefore(day: EventDay): void {
    const first = callTableName(day);
    const tables = this.database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*' AND name < ?`)
      .all(first);
    for (const { name } of tables) {
      this.database.exec(`DROP TABLE ${String(name)}; DROP TABLE IF EXISTS ${supersededName(String(name))}`);
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
      const values = COLUMNS.map(() => '?');
      insert = this.database.prepare(
        `INSERT INTO ${name} (${COLUMNS.join(', ')}) VALUES (${values.join(', ')}) ON CONFLICT (start_us, key) DO NOTHING`
      );
      this.inserts.set(day, insert);
    }
    return insert;
  }
}
