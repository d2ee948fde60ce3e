import type { DatabaseSync } from 'node:sqlite';
import { bookedEntry } from './bookedEntry.ts';
import { callLayoutOf } from './callLayoutOf.ts';
import { callTableName } from './callTableName.ts';
import { COMPACT_CALLS } from './compactCalls.ts';
import { Dictionary } from './dictionary.ts';
import type { EventDay } from './eventDay.ts';
import { inTransaction } from './inTransaction.ts';
import type { RepricedCall } from './repriceCall.ts';
import type { RatedRow } from './repriceDay.ts';
import type { RepricedBooks } from './repricedBooks.ts';
import { RollupWriter } from './rollupWriter.ts';
import { supersededTable } from './schema.ts';
import { supersededName } from './supersededName.ts';

/** Writes corrected prices, a day a transaction: a day is corrected whole or not at all. */
export class RepricingWriter {
  private readonly database: DatabaseSync;
  private readonly dictionary: Dictionary;
  private readonly rollups: RollupWriter;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.dictionary = new Dictionary(database);
    this.rollups = new RollupWriter(database, this.dictionary);
  }

  /** Runs `work`, which hands over the calls of `day` as they are rated now and returns what the changes come to. */
  correct<Day extends { readonly books: RepricedBooks }>(
    day: EventDay,
    { bookedOn, nowMs }: { readonly bookedOn: EventDay; readonly nowMs: number },
    work: (rated: (call: RatedRow, now: RepricedCall) => void) => Day
  ): Day {
    try {
      return inTransaction(this.database, () => {
        const done = work(this.changes(callTableName(day), bookedOn, nowMs));
        const rows = done.books.rows;
        this.rollups.write({ ...rows, durations: [] });
        if (rows.books.length + rows.components.length > 0) {
          // No arrival: the day's close does not wait for it.
          this.database
            .prepare(
              'INSERT INTO day (day, first_arrival_ms, last_arrival_ms) VALUES (?1, ?2, ?2) ON CONFLICT DO NOTHING'
            )
            .run(bookedOn, nowMs);
        }
        return done;
      });
    } catch (error) {
      this.dictionary.forget();
      throw error;
    }
  }

  private changes(calls: string, bookedOn: EventDay, nowMs: number) {
    const superseded = supersededName(calls);
    let statements: ReturnType<typeof this.statements> | undefined;
    // A call that may be taken back must be taken back with the price that holds then.
    const find = this.database.prepare('SELECT entry FROM foreign_span WHERE key = ?');
    const setEntry = this.database.prepare('UPDATE foreign_span SET entry = ? WHERE key = ?');
    const hasEntries = this.hasForeignCalls();
    const keepEntry = (key: Uint8Array, write: (entry: string) => string): void => {
      const entry = hasEntries ? find.get(key)?.['entry'] : undefined;
      const written = typeof entry === 'string' ? write(entry) : entry;
      if (typeof written === 'string' && written !== entry) {
        setEntry.run(written, key);
      }
    };
    return ({ startUs, key, isChanged }: RatedRow, now: RepricedCall): void => {
      if (!isChanged) {
        keepEntry(key, (entry) => bookedEntry.split(entry, now));
        return;
      }
      statements ??= this.statements(calls, superseded);
      statements.keep.run(startUs, key, bookedOn, nowMs);
      statements.replace.run(...statements.layout.repriced(now, this.dictionary), startUs, key);
      keepEntry(key, (entry) => bookedEntry.reprice(entry, now, bookedOn));
    };
  }

  private hasForeignCalls(): boolean {
    return this.database.prepare('SELECT 1 FROM foreign_span WHERE is_call = 1 LIMIT 1').get() !== undefined;
  }

  private statements(calls: string, superseded: string) {
    this.database.exec(supersededTable(superseded));
    const layout = callLayoutOf(this.database, calls) ?? COMPACT_CALLS;
    return {
      layout,
      keep: this.database.prepare(
        `INSERT INTO ${superseded}
         SELECT start_us, key,
           (SELECT count(*) + 1 FROM ${superseded} s WHERE s.start_us = c.start_us AND s.key = c.key),
           ?3, ?4, cost, list, unpriced, rate_card, other_quantities
         FROM ${calls} c WHERE start_us = ?1 AND key = ?2`
      ),
      replace: this.database.prepare(`UPDATE ${calls} SET ${layout.repricing} WHERE start_us = ? AND key = ?`),
    };
  }
}
