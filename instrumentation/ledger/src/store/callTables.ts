import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { CallLayout } from './callLayout.ts';
import { callLayoutOf } from './callLayoutOf.ts';
import { callTableName } from './callTableName.ts';
import { COMPACT_CALLS, compactTable } from './compactCalls.ts';
import type { Dictionary } from './dictionary.ts';
import type { EventDay } from './eventDay.ts';
import type { RollupEntry } from './rollup.ts';
import { supersededName } from './supersededName.ts';

interface Insert {
  readonly layout: CallLayout;
  readonly statement: StatementSync;
}

/** The tables of single calls, one per event day, made when a day's first call comes. */
export class CallTables {
  private readonly inserts = new Map<EventDay, Insert>();
  private readonly database: DatabaseSync;
  private readonly dictionary: Dictionary;

  constructor(database: DatabaseSync, dictionary: Dictionary) {
    this.database = database;
    this.dictionary = dictionary;
  }

  /** Books one call; false where it is already there. */
  insert(entry: RollupEntry): boolean {
    const { layout, statement } = this.insertInto(entry.forDay);
    return Number(statement.run(...layout.values(entry, this.dictionary)).changes) === 1;
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

  private insertInto(day: EventDay): Insert {
    let insert = this.inserts.get(day);
    if (!insert) {
      insert = this.prepareInsert(callTableName(day));
      this.inserts.set(day, insert);
    }
    return insert;
  }

  private prepareInsert(name: string): Insert {
    let layout = callLayoutOf(this.database, name);
    if (layout === undefined) {
      this.database.exec(compactTable(name));
      layout = COMPACT_CALLS;
    }
    const { columns } = layout;
    const statement = this.database.prepare(
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (start_us, key) DO NOTHING`
    );
    return { layout, statement };
  }
}
