import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { EventDay } from './eventDay.ts';

export interface ForeignRow {
  readonly parent: Buffer | null;
  /** Whether the span itself came, not only word of it as a parent. */
  readonly isSeen: boolean;
  readonly isCovered: boolean;
  readonly isCall: boolean;
  /** What was booked for it, as `bookedEntry` writes it. */
  readonly entry: string | null;
}

/** Rows dropped at once, so that commits do not wait long. */
const DROPPED_AT_ONCE = 20_000;

/** The table of spans of other instrumentations. */
export class ForeignRows {
  private readonly find: StatementSync;
  private readonly put: StatementSync;
  private readonly coverOne: StatementSync;
  private readonly setEntry: StatementSync;
  private readonly drop: StatementSync;

  constructor(database: DatabaseSync) {
    this.find = database.prepare('SELECT parent, seen, covered, is_call, entry FROM foreign_span WHERE key = ?');
    this.put = database.prepare(
      `INSERT INTO foreign_span (key, parent, seen, covered, is_call, arrived) VALUES (?, ?, ?, 0, ?, ?)
       ON CONFLICT DO UPDATE SET parent = excluded.parent, seen = excluded.seen, is_call = excluded.is_call`
    );
    this.coverOne = database.prepare(
      `INSERT INTO foreign_span (key, seen, covered, is_call, arrived) VALUES (?, 0, 1, 0, ?)
       ON CONFLICT DO UPDATE SET covered = 1`
    );
    this.setEntry = database.prepare('UPDATE foreign_span SET entry = ? WHERE key = ?');
    this.drop = database.prepare(
      `DELETE FROM foreign_span WHERE key IN
         (SELECT key FROM foreign_span WHERE is_call = ? AND arrived < ? LIMIT ${DROPPED_AT_ONCE})`
    );
  }

  get(key: Buffer): ForeignRow | undefined {
    const row = this.find.get(key);
    return (
      row && {
        parent: row['parent'] instanceof Uint8Array ? Buffer.from(row['parent']) : null,
        isSeen: row['seen'] === 1,
        isCovered: row['covered'] === 1,
        isCall: row['is_call'] === 1,
        entry: typeof row['entry'] === 'string' ? row['entry'] : null,
      }
    );
  }

  /** A span came. */
  see(key: Buffer, parent: Buffer | null, isCall: boolean, arrived: EventDay): void {
    this.put.run(key, parent, 1, Number(isCall), arrived);
  }

  /** A span has usage below it, whether it came yet or not. */
  cover(key: Buffer, arrived: EventDay): void {
    this.coverOne.run(key, arrived);
  }

  keepEntry(key: Buffer, entry: string | null): void {
    this.setEntry.run(entry, key);
  }

  /** Drops some of what arrived before `day`: calls, or what only links. */
  dropBefore(day: EventDay, what: 'calls' | 'links'): void {
    this.drop.run(Number(what === 'calls'), day);
  }
}
