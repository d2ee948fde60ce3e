import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { DAY_MS, type EventDay } from './eventDay.ts';

/** A bucket's rows are inserted at random places among each other: few enough for their pages to stay in memory. */
const BUCKETS_A_DAY = 4;
/** Rows dropped at once, so that commits do not wait long. */
const DROPPED_AT_ONCE = 20_000;

/**
 * Spans that are known only as the parents of records of ours. There is one for nearly every such record, while spans of
 * other instrumentations that look for theirs are few: writing is cheap, reading looks into each bucket.
 */
export class RecordParents {
  private readonly keptDays: number;
  private readonly put: StatementSync;
  private readonly find: StatementSync;
  private readonly drop: StatementSync;

  /** @param keptDays how many days before the one that is asked on are looked through */
  constructor(database: DatabaseSync, keptDays: number) {
    this.keptDays = keptDays;
    const buckets = Array.from({ length: (keptDays + 1) * BUCKETS_A_DAY }, (_, index) => `?1 + ${index}`);
    this.put = database.prepare(
      `INSERT OR IGNORE INTO record_parent
       SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM foreign_span WHERE key = ?2)`
    );
    this.find = database.prepare(
      `SELECT 1 FROM record_parent WHERE bucket IN (${buckets.join(', ')}) AND key = ?2 LIMIT 1`
    );
    this.drop = database.prepare(
      `DELETE FROM record_parent WHERE (bucket, key) IN
         (SELECT bucket, key FROM record_parent WHERE bucket < ? LIMIT ${DROPPED_AT_ONCE})`
    );
  }

  /** Notes a record's parent. False where that is here, as a span of others or from another record: one statement says both. */
  add(key: Buffer, nowMs: number): boolean {
    return this.put.run(Math.floor((nowMs / DAY_MS) * BUCKETS_A_DAY), key).changes === 1;
  }

  has(key: Buffer, today: EventDay): boolean {
    return this.find.get((today - this.keptDays) * BUCKETS_A_DAY, key) !== undefined;
  }

  /** Drops some of what came before `day`. */
  dropBefore(day: EventDay): void {
    this.drop.run(day * BUCKETS_A_DAY);
  }
}
