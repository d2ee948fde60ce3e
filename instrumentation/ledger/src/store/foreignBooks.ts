import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ForeignSpan } from '../intake/foreignSpan.ts';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import { bookedEntry, type BookedEntry } from './bookedEntry.ts';
import { callTableName } from './callTableName.ts';
import { DAY_MS, eventDay, type EventDay } from './eventDay.ts';
import { ForeignRows } from './foreignRows.ts';
import { RecordParents } from './recordParents.ts';

/** Links are needed while a trace is under way, and while its late parts may come. */
const LINK_DAYS = 2;
/** Clocks of the services of one trace agree this far, µs. */
const CLOCKS_AGREE_US = 60_000_000;

/** What the keeper does for a commit. */
export interface ForeignCommit {
  readonly nowMs: number;
  /** Books a call; undefined where it is there. */
  book(span: ForeignSpan, call: MoneyRecord): BookedEntry | undefined;
  /** Takes a booked call out of the sums. */
  takeBack(key: Buffer, entry: BookedEntry): void;
}

/**
 * Sees to it that of calls within calls only the innermost is booked: a call that has a call with usage below it, through
 * whatever spans between, was its frame. Whichever arrives first, and after restarts: spans are kept with their parents; a
 * call with usage covers all spans above it, those that come later as well; covered calls are not booked, or taken back.
 */
export class ForeignBooks {
  private readonly rows: ForeignRows;
  private readonly parents: RecordParents;
  private readonly database: DatabaseSync;
  private readonly maxSkewMs: number;
  private sinceMs: number | undefined;
  private waiting: { readonly span: ForeignSpan; readonly call: MoneyRecord }[] = [];

  constructor(database: DatabaseSync, maxSkewMs: number) {
    this.database = database;
    this.maxSkewMs = maxSkewMs;
    this.rows = new ForeignRows(database);
    this.parents = new RecordParents(database, LINK_DAYS);
    this.readSince();
  }

  /** Whether calls of others have ever come; before, records of ours have nothing to cover. */
  get isActive(): boolean {
    return this.sinceMs !== undefined;
  }

  /** Takes a span in; calls wait for `book`. False where it came before. */
  see(span: ForeignSpan, commit: ForeignCommit): boolean {
    const { key, parentSpanId, call } = span;
    const known = this.rows.get(key);
    if (known?.isSeen) {
      return false;
    }
    const today = eventDay(commit.nowMs);
    this.rows.see(key, parentSpanId, call !== undefined, today);
    const isCovered = known?.isCovered === true || this.parents.has(key, today);
    if (isCovered && !known?.isCovered) {
      this.rows.cover(key, today);
    }
    if (call) {
      this.waiting.push({ span, call });
      this.coverByEarlierRecords(span, call, commit);
    }
    if (parentSpanId && (isCovered || call?.usage.kind === 'reported')) {
      this.cover(key, parentSpanId, commit);
    }
    return true;
  }

  /** Covers the spans above a record of ours. Where its parent has not come there is no way further up: it is noted. */
  coverByRecord({ key, parentSpanId }: Pick<MoneyRecord, 'key' | 'parentSpanId'>, commit: ForeignCommit): void {
    if (!parentSpanId) {
      return;
    }
    const above = Buffer.concat([key.subarray(0, 16), parentSpanId]);
    if (!this.parents.add(above, commit.nowMs) && this.rows.get(above)) {
      this.cover(key, parentSpanId, commit);
    }
  }

  /** Covers the spans above one, as far up as they are known. @param key of any span of the trace */
  private cover(key: Buffer, parentSpanId: Buffer, commit: ForeignCommit): void {
    const today = eventDay(commit.nowMs);
    for (let id: Buffer | null = parentSpanId; id;) {
      const above: Buffer = Buffer.concat([key.subarray(0, 16), id]);
      const row = this.rows.get(above);
      if (row?.isCovered) {
        return;
      }
      this.rows.cover(above, today);
      if (row?.entry) {
        commit.takeBack(above, bookedEntry.read(row.entry));
        this.rows.keepEntry(above, null);
      }
      id = row?.parent ?? null;
    }
  }

  /** Books the calls that came in this commit and are covered by none. Returns how many were covered. */
  book(commit: ForeignCommit): number {
    let covered = 0;
    for (const { span, call } of this.waiting) {
      if (this.rows.get(span.key)?.isCovered) {
        covered += 1;
        continue;
      }
      const entry = commit.book(span, call);
      if (entry) {
        this.rows.keepEntry(span.key, bookedEntry.write(entry));
      }
    }
    this.waiting = [];
    return covered;
  }

  /** Drops some of what is no longer needed; call it often. @param firstDay the first day calls are kept of */
  prune(nowMs: number, firstDay: EventDay): void {
    if (!this.isActive) {
      return;
    }
    this.rows.dropBefore(firstDay, 'calls');
    this.rows.dropBefore(eventDay(nowMs) - LINK_DAYS, 'links');
    this.parents.dropBefore(eventDay(nowMs) - LINK_DAYS);
  }

  /** After a rollback. */
  forget(): void {
    this.waiting = [];
    this.readSince();
  }

  /** Records of ours from before the first foreign call were not looked at: their parents are read from their rows. */
  private coverByEarlierRecords({ key }: ForeignSpan, call: MoneyRecord, commit: ForeignCommit): void {
    if (this.sinceMs === undefined) {
      this.sinceMs = commit.nowMs;
      this.database.prepare(`INSERT OR REPLACE INTO meta VALUES ('foreign_since_ms', ?)`).run(commit.nowMs);
    }
    const fromUs = call.startUs - CLOCKS_AGREE_US;
    if (fromUs / 1_000 > this.sinceMs + this.maxSkewMs) {
      return;
    }
    const toUs = call.startUs + call.durationUs + CLOCKS_AGREE_US;
    for (let day = eventDay(fromUs / 1_000); day * DAY_MS * 1_000 <= toUs; day += 1) {
      for (const row of this.recordsOf(day)?.all(fromUs, toUs, key.subarray(0, 16)) ?? []) {
        const record = Buffer.from(row['key'] as Uint8Array);
        if (!this.rows.get(record)?.isCall) {
          this.cover(record, Buffer.from(row['parent'] as Uint8Array), commit);
        }
      }
    }
  }

  private recordsOf(day: EventDay): StatementSync | undefined {
    const table = callTableName(day);
    const exists = this.database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table);
    return exists
      ? this.database.prepare(
          `SELECT key, parent FROM ${table}
           WHERE start_us >= ? AND start_us <= ? AND substr(key, 1, 16) = ? AND parent IS NOT NULL`
        )
      : undefined;
  }

  private readSince(): void {
    const row = this.database.prepare(`SELECT value FROM meta WHERE name = 'foreign_since_ms'`).get();
    this.sinceMs = row === undefined ? undefined : Number(row['value']);
  }
}
