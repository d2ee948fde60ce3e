import { randomBytes } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MoneyRecord } from '../intake/moneyRecord.ts';
import type { Dictionary } from './dictionary.ts';
import type { EventDay } from './eventDay.ts';
import { monthPerson } from './monthPerson.ts';
import { monthStart } from './monthStart.ts';

/** The current month and the twelve before it: the same month of the year before is among them. */
const KEPT_MONTHS = 13;
/** Rows of a month: people times the features and environments they use. 26 MB a month at most. */
const MAX_PEOPLE = 1_000_000;
/** Past this many the cache starts over; the table knows them all. */
const MAX_CACHED = 100_000;
/** Rows dropped at once, so that commits do not wait long. */
const DROPPED_AT_ONCE = 20_000;

interface Month {
  readonly key: Buffer;
  people: number;
  isChanged: boolean;
}

interface CallSums {
  readonly forDay: EventDay;
  readonly feature: number;
  readonly environment: number;
  requests: number;
  uncounted: number;
}

/**
 * Counts the people calls are made for, each once a calendar month (UTC), feature and environment, in whatever order and
 * however often their calls come. No name is kept: 8 bytes of an HMAC whose key is the month's own and goes with it.
 *
 * Works inside the commit of the keeper, who says each call once.
 */
export class UserWriter {
  private readonly months = new Map<EventDay, Month>();
  /** The earliest day that is written of somebody: most calls are of people who were there before. */
  private readonly written = new Map<string, EventDay>();
  private readonly starts = new Map<number, EventDay>();
  private sums = new Map<string, CallSums>();
  private readonly findMonth: StatementSync;
  private readonly putMonth: StatementSync;
  private readonly insert: StatementSync;
  private readonly earlier: StatementSync;
  private readonly find: StatementSync;
  private readonly add: StatementSync;
  private readonly dropMonths: StatementSync;
  private readonly dropPeople: StatementSync;
  private readonly dropSums: StatementSync;
  private readonly dictionary: Dictionary;
  private readonly maxPeople: number;

  /** @param maxPeople rows a month may have; calls of whoever comes after them are counted apart */
  constructor(database: DatabaseSync, dictionary: Dictionary, maxPeople = MAX_PEOPLE) {
    this.dictionary = dictionary;
    this.maxPeople = maxPeople;
    const one = 'month = ? AND feature = ? AND environment = ? AND person = ?';
    this.findMonth = database.prepare('SELECT key, people FROM user_month WHERE month = ?');
    this.putMonth = database.prepare(
      'INSERT INTO user_month VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET people = excluded.people'
    );
    this.insert = database.prepare('INSERT INTO active_user VALUES (?, ?, ?, ?, ?)');
    this.earlier = database.prepare(`UPDATE active_user SET first_day = ? WHERE ${one}`);
    this.find = database.prepare(`SELECT first_day FROM active_user WHERE ${one}`);
    this.add = database.prepare(
      `INSERT INTO user_book VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET requests = requests + excluded.requests, uncounted = uncounted + excluded.uncounted`
    );
    this.dropMonths = database.prepare('DELETE FROM user_month WHERE month < ?');
    this.dropPeople = database.prepare(
      `DELETE FROM active_user WHERE (month, feature, environment, person) IN
         (SELECT month, feature, environment, person FROM active_user WHERE month < ? LIMIT ${DROPPED_AT_ONCE})`
    );
    this.dropSums = database.prepare('DELETE FROM user_book WHERE for_day < ?');
  }

  /** Counts whom a call that was booked is for; nobody where it does not say, or is of a month that is no longer kept. */
  see({ person, dimensions }: Pick<MoneyRecord, 'person' | 'dimensions'>, forDay: EventDay, today: EventDay): void {
    if (person === undefined) {
      return;
    }
    const month = this.monthOf(forDay);
    if (month < this.monthOf(today, KEPT_MONTHS - 1)) {
      return;
    }
    const { feature, environment } = dimensions;
    const sums = this.sumsOf(forDay, feature, environment);
    sums.requests += 1;
    const name = `${month}\n${feature}\n${environment}\n${person}`;
    const known = this.written.get(name);
    if (known !== undefined && known <= forDay) {
      return;
    }
    if (!this.writePerson(month, sums, person)) {
      sums.uncounted += 1;
      return;
    }
    if (this.written.size >= MAX_CACHED) {
      this.written.clear();
    }
    this.written.set(name, forDay);
  }

  /** Writes the sums since the last call. */
  write(): void {
    for (const { forDay, feature, environment, requests, uncounted } of this.sums.values()) {
      this.add.run(forDay, feature, environment, requests, uncounted);
    }
    for (const [start, month] of this.months) {
      if (month.isChanged) {
        this.putMonth.run(start, month.key, month.people);
        month.isChanged = false;
      }
    }
    this.sums = new Map();
  }

  /** Drops some of what is of months that are no longer kept, their keys first; call it often. */
  prune(today: EventDay): void {
    const first = monthStart(today, KEPT_MONTHS - 1);
    this.dropMonths.run(first);
    this.dropPeople.run(first);
    this.dropSums.run(first);
    [...this.months.keys()].filter((month) => month < first).forEach((month) => this.months.delete(month));
  }

  /** After a rollback what was remembered may not be written. */
  forget(): void {
    this.months.clear();
    this.written.clear();
    this.sums = new Map();
  }

  /** False where the month has no room for one more. */
  private writePerson(start: EventDay, { forDay, feature, environment }: CallSums, person: string): boolean {
    const month = this.month(start);
    const hash = monthPerson(month.key, person);
    const one = [start, feature, environment, hash] as const;
    const row = this.find.get(...one);
    if (row === undefined && month.people >= this.maxPeople) {
      return false;
    }
    if (row === undefined) {
      this.insert.run(...one, forDay);
      month.people += 1;
      month.isChanged = true;
    } else if (Number(row['first_day']) > forDay) {
      this.earlier.run(forDay, ...one);
    }
    return true;
  }

  /** As `monthStart`: days are few and calls are many. */
  private monthOf(day: EventDay, monthsBefore = 0): EventDay {
    const key = day * KEPT_MONTHS + monthsBefore;
    let start = this.starts.get(key);
    if (start === undefined) {
      start = monthStart(day, monthsBefore);
      this.starts.set(key, start);
    }
    return start;
  }

  private month(start: EventDay): Month {
    let month = this.months.get(start);
    if (month === undefined) {
      const row = this.findMonth.get(start);
      month =
        row === undefined
          ? { key: randomBytes(32), people: 0, isChanged: true }
          : { key: Buffer.from(row['key'] as Uint8Array), people: Number(row['people']), isChanged: false };
      this.months.set(start, month);
    }
    return month;
  }

  private sumsOf(forDay: EventDay, feature: string, environment: string): CallSums {
    const key = `${forDay}\n${feature}\n${environment}`;
    let sums = this.sums.get(key);
    if (sums === undefined) {
      const ids = { feature: this.dictionary.name(feature), environment: this.dictionary.name(environment) };
      sums = { forDay, ...ids, requests: 0, uncounted: 0 };
      this.sums.set(key, sums);
    }
    return sums;
  }
}
