import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { TokenPoint } from '../intake/tokenPoint.ts';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { Refusal } from '../intake/refusal.ts';
import type { EventDay } from './eventDay.ts';
import type { Tally } from './tally.ts';
import { tokenRecords } from './tokenRecords.ts';

/** Rows dropped at once, so that commits do not wait long. */
const DROPPED_AT_ONCE = 20_000;

/** What the keeper does for a commit. */
export interface TokenCommit {
  readonly day: EventDay;
  readonly tally: Tally;
  readonly refused: Partial<Record<Refusal, number>>;
  /** Whether nothing of this time is booked; it is then counted. */
  isRefused(us: number): boolean;
  /** False where it is there. */
  book(record: MoneyRecord, service: string): boolean;
}

/** Books the tokens that metrics count, each once: the points of a delta by their keys, totals by what is booked of them. */
export class TokenBooks {
  private readonly find: StatementSync;
  private readonly put: StatementSync;
  private readonly drop: StatementSync;

  constructor(database: DatabaseSync) {
    this.find = database.prepare('SELECT value, time_us FROM metric_series WHERE key = ?');
    this.put = database.prepare('INSERT OR REPLACE INTO metric_series VALUES (?, ?, ?, ?)');
    this.drop = database.prepare(
      `DELETE FROM metric_series WHERE key IN (SELECT key FROM metric_series WHERE arrived < ? LIMIT ${DROPPED_AT_ONCE})`
    );
  }

  book(points: readonly TokenPoint[], commit: TokenCommit): void {
    for (const point of points) {
      // A total from before what is kept may have been booked, and forgotten.
      if ((point.isCumulative && commit.isRefused(point.startUs)) || commit.isRefused(point.timeUs)) {
        continue;
      }
      const records = tokenRecords(point, this.advance(point, commit.day));
      if (records === undefined) {
        commit.refused.invalid_points = (commit.refused.invalid_points ?? 0) + 1;
        continue;
      }
      const booked = records.filter((record) => commit.book(record, point.service)).length;
      // `book` counted each part; a point counts as one, in however many.
      commit.tally.booked += Math.min(booked, 1) - booked;
      commit.tally.duplicates += Number(booked === 0) - (records.length - booked);
    }
  }

  /** Drops some of what arrived last before `day`. */
  dropBefore(day: EventDay): void {
    this.drop.run(day);
  }

  /**
   * The tokens a point adds to what is booked. A total that was read no later than the last one adds nothing; one that fell
   * began anew without saying so, and adds all of itself.
   */
  private advance({ series, isCumulative, tokens, timeUs }: TokenPoint, arrived: EventDay): number {
    if (!isCumulative) {
      return tokens;
    }
    const row = this.find.get(series);
    const booked = { tokens: Number(row?.['value'] ?? 0), timeUs: Number(row?.['time_us'] ?? -1) };
    if (timeUs <= booked.timeUs) {
      return 0;
    }
    this.put.run(series, tokens, timeUs, arrived);
    return tokens >= booked.tokens ? tokens - booked.tokens : tokens;
  }
}
