import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { ForeignSpan } from '../intake/foreignSpan.ts';
import type { Refusal } from '../intake/refusal.ts';
import type { WorkRecord } from '../intake/workRecord.ts';
import type { Beside } from './beside.ts';
import type { Booked } from './booked.ts';
import { CallTables } from './callTables.ts';
import { Dictionary } from './dictionary.ts';
import { eventDay, type EventDay } from './eventDay.ts';
import { ForeignBooks, type ForeignCommit } from './foreignBooks.ts';
import { inTransaction } from './inTransaction.ts';
import { isMisjudged } from './isMisjudged.ts';
import type { KeeperOptions } from './keeperOptions.ts';
import { priceRecord } from './priceRecord.ts';
import { ReadingWriter } from './readingWriter.ts';
import { refusalOf } from './refusalOf.ts';
import { Reversals } from './reversals.ts';
import type { RollupEntry } from './rollup.ts';
import { RollupWriter } from './rollupWriter.ts';
import { Tally } from './tally.ts';
import { TokenBooks, type TokenCommit } from './tokenBooks.ts';
import { UserWriter } from './userWriter.ts';
import { withFeature } from './withFeature.ts';
import { withTeam } from './withTeam.ts';
import { WorkWriter } from './workWriter.ts';

type RefusalCounts = Partial<Record<Refusal, number>>;

/** The one writer of the books. Synchronous: it lives in the store's thread. */
export class Keeper {
  private readonly closed: Set<EventDay>;
  private readonly dictionary: Dictionary;
  private readonly calls: CallTables;
  private readonly rollups: RollupWriter;
  private readonly work: WorkWriter;
  private readonly users: UserWriter;
  private readonly readings: ReadingWriter;
  private readonly foreign: ForeignBooks;
  private readonly reversals: Reversals;
  private readonly tokens: TokenBooks;
  private readonly arrived: StatementSync;
  private readonly database: DatabaseSync;
  private readonly options: KeeperOptions;
  private droppedBefore: EventDay;
  private teams: ReadonlyMap<string, string>;
  private services: ReadonlyMap<string, string>;

  constructor(database: DatabaseSync, options: KeeperOptions) {
    this.database = database;
    this.options = options;
    this.teams = options.teams ?? new Map();
    this.services = options.services ?? new Map();
    const closed = database.prepare('SELECT day FROM day WHERE closed_ms IS NOT NULL').all();
    this.closed = new Set(closed.map(({ day }) => Number(day)));
    this.droppedBefore = Number(
      database.prepare(`SELECT value FROM meta WHERE name = 'dropped_before'`).get()?.['value'] ?? 0
    );
    this.dictionary = new Dictionary(database);
    this.calls = new CallTables(database, this.dictionary);
    this.rollups = new RollupWriter(database, this.dictionary);
    this.work = new WorkWriter(database, this.dictionary, options.prices);
    this.users = new UserWriter(database, this.dictionary);
    this.readings = new ReadingWriter(database);
    this.foreign = new ForeignBooks(database, options.maxSkewMs);
    this.reversals = new Reversals(database, this.calls, this.dictionary);
    this.tokens = new TokenBooks(database);
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
    const tally = new Tally();
    const commit = this.foreignCommit(nowMs, tally);
    return this.transaction(
      () => {
        // First what links calls, so that none is booked only to be taken back.
        const refused = bodies.map((_, index) => this.seeForeign(beside[index]?.foreign ?? [], commit, tally));
        bodies.forEach((records, index) => {
          const found = refused[index] ?? {};
          this.bookBody(records, commit, tally, found);
          const { work = [], readings, points = [] } = beside[index] ?? {};
          this.tokens.book(points, this.tokenCommit(nowMs, tally, found));
          const read = readings && this.readings.take(readings, nowMs, (us) => !this.isRefused(us, nowMs, found));
          this.bookWork(read ?? work, nowMs, found);
        });
        tally.covered += this.foreign.book(commit);
        this.rollups.write(tally.rollup);
        const work = this.work.write();
        this.users.write();
        const days = new Set([...tally.rollup.books, ...work.rows].map(({ day }) => day).filter((day) => day >= 0));
        days.forEach((day) => this.arrived.run(day, nowMs));
        if (tally.takenBack > 0) {
          this.rollups.dropEmpty(days);
        }
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
          covered: tally.covered,
          takenBack: tally.takenBack,
          estimateMismatches: tally.estimateMismatches,
          seconds: (performance.now() - started) / 1_000,
        },
      })
    );
  }

  /** Calls booked from here on that name no team are their feature's, and calls of others their service's feature's. */
  assign(teams: ReadonlyMap<string, string>, services: ReadonlyMap<string, string> = new Map()): void {
    this.teams = teams;
    this.services = services;
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
    const nowMs = this.options.now();
    const before = eventDay(nowMs) - this.options.retentionDays;
    this.transaction(
      () => {
        this.foreign.prune(nowMs, before);
        this.tokens.dropBefore(before);
        this.users.prune(eventDay(nowMs));
      },
      () => undefined
    );
    if (before <= this.droppedBefore) {
      return;
    }
    this.transaction(
      () => {
        this.calls.dropBefore(before);
        this.work.dropBefore(before);
        this.reversals.dropBefore(before);
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

  private bookBody(records: readonly MoneyRecord[], commit: ForeignCommit, tally: Tally, refused: RefusalCounts): void {
    for (const record of records) {
      if (this.isRefused(record.startUs, commit.nowMs, refused)) {
        continue;
      }
      const entry = this.bookCall(record, commit.nowMs, tally);
      if (entry && this.foreign.isActive) {
        this.foreign.coverByRecord(record, commit);
      }
    }
  }

  /** Prices and books a call; undefined where it was booked before. */
  private bookCall(record: MoneyRecord, nowMs: number, tally: Tally): RollupEntry | undefined {
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
      return undefined;
    }
    tally.booked += 1;
    tally.rollup.add(entry);
    this.users.see(record, forDay, eventDay(nowMs));
    if (isMisjudged(record, priced)) {
      tally.estimateMismatches += 1;
    }
    return entry;
  }

  private seeForeign(spans: readonly ForeignSpan[], commit: ForeignCommit, tally: Tally): RefusalCounts {
    const refused: RefusalCounts = {};
    for (const span of spans) {
      const isRefused = this.isRefused(span.startUs, commit.nowMs, span.call ? refused : {});
      if (!isRefused && !this.foreign.see(span, commit) && span.call) {
        tally.duplicates += 1;
      }
    }
    return refused;
  }

  private foreignCommit(nowMs: number, tally: Tally): ForeignCommit {
    return {
      nowMs,
      book: ({ service }, call) => {
        const entry = this.bookCall(withFeature(call, this.services.get(service)), nowMs, tally);
        return entry && { ...entry, startUs: call.startUs };
      },
      takeBack: (key, entry) => {
        tally.takenBack += 1;
        this.reversals.takeBack(key, entry, this.bookingDay(entry.day, nowMs), tally.rollup);
      },
    };
  }

  private tokenCommit(nowMs: number, tally: Tally, refused: RefusalCounts): TokenCommit {
    return {
      ...{ day: eventDay(nowMs), tally, refused },
      isRefused: (us) => this.isRefused(us, nowMs, refused),
      book: (record, service) =>
        this.bookCall(withFeature(record, this.services.get(service)), nowMs, tally) !== undefined,
    };
  }

  private bookWork(records: readonly WorkRecord[], nowMs: number, refused: RefusalCounts): void {
    for (const record of records) {
      if (!this.isRefused(record.atUs, nowMs, record.isToldByCall ? {} : refused)) {
        const forDay = eventDay(record.atUs / 1_000);
        this.work.book(record, this.bookingDay(forDay, nowMs), forDay);
      }
    }
  }

  /** Whether nothing of this time is booked; it is then counted. */
  private isRefused(startUs: number, nowMs: number, refused: RefusalCounts): boolean {
    const { retentionDays, maxSkewMs } = this.options;
    const firstDay = Math.max(eventDay(nowMs) - retentionDays, this.droppedBefore);
    const refusal = refusalOf(startUs / 1_000, { latestMs: nowMs + maxSkewMs, firstDay });
    if (refusal) {
      refused[refusal] = (refused[refusal] ?? 0) + 1;
    }
    return refusal !== undefined;
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
    let done: Work;
    try {
      done = inTransaction(this.database, work);
    } catch (error) {
      [this.dictionary, this.calls, this.work, this.users, this.foreign].forEach((part) => part.forget());
      throw error;
    }
    return committed(done);
  }
}
