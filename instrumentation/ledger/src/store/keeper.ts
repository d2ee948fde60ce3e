import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { Refusal, Refusals } from '../intake/refusal.ts';
import type { WorkRecord } from '../intake/workRecord.ts';
import { CallTables } from './callTables.ts';
import type { CommitDelta } from './commitDelta.ts';
import { Dictionary } from './dictionary.ts';
import { eventDay, type EventDay } from './eventDay.ts';
import { priceRecord, type PricedRecord } from './priceRecord.ts';
import { Rollup, type RollupEntry } from './rollup.ts';
import { RollupWriter } from './rollupWriter.ts';
import { withTeam } from './withTeam.ts';
import { WorkWriter } from './workWriter.ts';

export interface KeeperOptions {
  readonly prices: PriceBook;
  /** The teams of features. */
  readonly teams?: ReadonlyMap<string, string>;
  readonly retentionDays: number;
  /** How far a call may start ahead of the ledger's clock. */
  readonly maxSkewMs: number;
  readonly now: () => number;
}

/** What a body holds beside calls. */
interface Beside {
  readonly work: readonly WorkRecord[];
}

export interface Booked {
  /** Per body, in order. */
  readonly refused: readonly Refusals[];
  readonly delta: CommitDelta;
}

type RefusalCounts = Partial<Record<Refusal, number>>;

/** What one commit adds up to while it is made. */
interface Tally {
  readonly rollup: Rollup;
  booked: number;
  duplicates: number;
  estimateMismatches: number;
}

/** The one writer of the books. Synchronous: it lives in the store's thread. */
export class Keeper {
  private readonly closed: Set<EventDay>;
  private readonly dictionary: Dictionary;
  private readonly calls: CallTables;
  private readonly rollups: RollupWriter;
  private readonly work: WorkWriter;
  private readonly arrived: StatementSync;
  private readonly database: DatabaseSync;
  private readonly options: KeeperOptions;
  private droppedBefore: EventDay;
  private teams: ReadonlyMap<string, string>;

  constructor(database: DatabaseSync, options: KeeperOptions) {
    this.database = database;
    this.options = options;
    this.teams = options.teams ?? new Map();
    const closed = database.prepare('SELECT day FROM day WHERE closed_ms IS NOT NULL').all();
    this.closed = new Set(closed.map(({ day }) => Number(day)));
    this.droppedBefore = Number(
      database.prepare(`SELECT value FROM meta WHERE name = 'dropped_before'`).get()?.['value'] ?? 0
    );
    this.dictionary = new Dictionary(database);
    this.calls = new CallTables(database, this.dictionary);
    this.rollups = new RollupWriter(database, this.dictionary);
    this.work = new WorkWriter(database, this.dictionary, options.prices);
    this.arrived = database.prepare(
      `INSERT INTO day (day, first_arrival_ms, last_arrival_ms) VALUES (?1, ?2, ?2)
       ON CONFLICT DO UPDATE SET last_arrival_ms = excluded.last_arrival_ms`
    );
  }

  /**
   * Prices and books the calls of several bodies, and what is beside them, in one commit; when it returns they are on
   * disk.
   */
  book(bodies: readonly (readonly MoneyRecord[])[], beside: readonly Beside[] = []): Booked {
    const started = performance.now();
    const nowMs = this.options.now();
    const tally: Tally = { rollup: new Rollup(), booked: 0, duplicates: 0, estimateMismatches: 0 };
    return this.transaction(
      () => {
        const refused = bodies.map((records, index) => {
          const found = this.bookBody(records, nowMs, tally);
          this.bookWork(beside[index]?.work ?? [], nowMs, found);
          return found;
        });
        this.rollups.write(tally.rollup);
        const work = this.work.write();
        const days = [...tally.rollup.books, ...work.rows].map(({ day }) => day);
        new Set(days).forEach((day) => this.arrived.run(day, nowMs));
        return { refused, work };
      },
      ({ refused, work }) => ({
        refused,
        delta: {
          dimensions: this.dictionary.takeLookedUp(),
          books: tally.rollup.books,
          components: tally.rollup.components,
          durations: tally.rollup.durations,
          work,
          booked: tally.booked,
          duplicates: tally.duplicates,
          estimateMismatches: tally.estimateMismatches,
          seconds: (performance.now() - started) / 1_000,
        },
      })
    );
  }

  /** Calls booked from here on that name no team are their feature's. */
  assign(teams: ReadonlyMap<string, string>): void {
    this.teams = teams;
  }

  /** Closes days for good: from here on their calls are adjustments of the open day. */
  close(days: readonly EventDay[]): void {
    const nowMs = this.options.now();
    this.transaction(
      () => {
        const close = this.database.prepare(
          `INSERT INTO day (day, first_arrival_ms, last_arrival_ms, closed_ms) VALUES (?1, ?2, ?2, ?2)
           ON CONFLICT DO UPDATE SET closed_ms = coalesce(closed_ms, excluded.closed_ms)`
        );
        days.forEach((day) => close.run(day, nowMs));
      },
      () => days.forEach((day) => this.closed.add(day))
    );
  }

  /** Drops the rows of days past retention; the sums stay. */
  prune(): void {
    const before = eventDay(this.options.now()) - this.options.retentionDays;
    if (before <= this.droppedBefore) {
      return;
    }
    this.transaction(
      () => {
        this.calls.dropBefore(before);
        this.work.dropBefore(before);
        this.database.prepare(`INSERT OR REPLACE INTO meta VALUES ('dropped_before', ?)`).run(before);
      },
      () => (this.droppedBefore = before)
    );
  }

  /** Writes and syncs one row that means nothing. @throws while the books cannot be written */
  probe(): void {
    const write = this.database.prepare(`INSERT OR REPLACE INTO meta VALUES ('probed_ms', ?)`);
    this.transaction(
      () => write.run(this.options.now()),
      () => undefined
    );
  }

  private bookBody(records: readonly MoneyRecord[], nowMs: number, tally: Tally): RefusalCounts {
    const refused: RefusalCounts = {};
    for (const record of records) {
      if (this.isRefused(record.startUs, nowMs, refused)) {
        continue;
      }
      const forDay = eventDay(record.startUs / 1_000);
      const priced = withTeam(priceRecord(record, this.options.prices), this.teams);
      const entry: RollupEntry = {
        record,
        priced,
        forDay,
        day: this.bookingDay(forDay, nowMs),
        dimension: this.dictionary.dimension(priced.dimensions),
      };
      if (!this.calls.insert(entry)) {
        tally.duplicates += 1;
        continue;
      }
      tally.booked += 1;
      tally.rollup.add(entry);
      if (isMisjudged(record, priced)) {
        tally.estimateMismatches += 1;
      }
    }
    return refused;
  }

  private bookWork(records: readonly WorkRecord[], nowMs: number, refused: RefusalCounts): void {
    for (const record of records) {
      if (!this.isRefused(record.atUs, nowMs, refused)) {
        const forDay = eventDay(record.atUs / 1_000);
        this.work.book(record, this.bookingDay(forDay, nowMs), forDay);
      }
    }
  }

  /** Whether nothing of this time is booked; it is then counted. */
  private isRefused(startUs: number, nowMs: number, refused: RefusalCounts): boolean {
    const refusal = this.refusal(startUs / 1_000, nowMs);
    if (refusal) {
      refused[refusal] = (refused[refusal] ?? 0) + 1;
    }
    return refusal !== undefined;
  }

  private refusal(startMs: number, nowMs: number): Refusal | undefined {
    if (startMs > nowMs + this.options.maxSkewMs) {
      return 'ahead_of_clock';
    }
    // Without its rows a day cannot tell a duplicate: nothing is booked on it any more.
    const kept = Math.max(eventDay(nowMs) - this.options.retentionDays, this.droppedBefore);
    return eventDay(startMs) < kept ? 'outside_retention' : undefined;
  }

  /** The day itself, or the open day once it is closed. */
  private bookingDay(forDay: EventDay, nowMs: number): EventDay {
    if (!this.closed.has(forDay)) {
      return forDay;
    }
    let day = eventDay(nowMs);
    while (this.closed.has(day)) {
      day += 1;
    }
    return day;
  }

  private transaction<Work, Result>(work: () => Work, committed: (done: Work) => Result): Result {
    this.database.exec('BEGIN IMMEDIATE');
    let done: Work;
    try {
      done = work();
      this.database.exec('COMMIT');
    } catch (error) {
      this.dictionary.forget();
      this.calls.forget();
      this.work.forget();
      if (this.database.isTransaction) {
        this.database.exec('ROLLBACK');
      }
      throw error;
    }
    return committed(done);
  }
}

/** Whether the library's estimate differs from our list price; it cannot know what only the provider says. */
function isMisjudged({ estimateNanoUsd }: MoneyRecord, { price }: PricedRecord): boolean {
  const isComparable = price.kind === 'priced' && price.source === 'card' && estimateNanoUsd !== undefined;
  return isComparable && estimateNanoUsd !== price.listNanoUsd;
}
