import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import type { Dimensions } from '../intake/moneyRecord.ts';
import { Books } from './books.ts';
import { callTableName } from './callTableName.ts';
import { eventDay, type EventDay } from './eventDay.ts';
import { openDatabase } from './openDatabase.ts';
import { repriceDay } from './repriceDay.ts';
import type { DayRepricing, RepricingScope } from './repricing.ts';
import { RepricingWriter } from './repricingWriter.ts';
import { openReader } from './openReader.ts';

export interface RepricingRun {
  readonly prices: PriceBook;
  /** Books the difference; the caller has made sure that nobody else writes. Else nothing is written. */
  readonly isBooked: boolean;
  readonly now: () => number;
  /** Told now and then: calls of the day looked at. */
  readonly onProgress?: (day: EventDay, calls: number) => void;
}

/**
 * Rates the kept calls of a range of days again with the cards as they are now, day by day. What a closed day's calls cost
 * more or less is booked on the open day, for the day they happened on, reason `repriced`; a day that is still open takes
 * it itself. A day is booked whole before it is yielded, so that a run that was cut off goes on where it stopped, and one
 * that is repeated finds nothing to book. Labels stay as they were booked.
 *
 * @throws Unusable when the books are of another version
 */
export function* repriceBooks(path: string, scope: RepricingScope, run: RepricingRun): Generator<DayRepricing> {
  const database = run.isBooked ? openDatabase(path) : undefined;
  const books = new Books(path);
  const reader = openReader(path);
  try {
    const writer = database && new RepricingWriter(database);
    const dimensions = dimensionsIn(books, scope);
    const nameOf = names(reader);
    for (const day of daysIn(reader, scope)) {
      const nowMs = run.now();
      const bookedOn = bookingDay(books, day, nowMs);
      const parts = {
        ...{ reader, prices: run.prices, dimensions, nameOf },
        onProgress: (calls: number) => run.onProgress?.(day, calls),
      };
      const { books: _books, ...done } = writer
        ? writer.correct(day, { bookedOn, nowMs }, (onRated) => repriceDay(day, bookedOn, { ...parts, onRated }))
        : repriceDay(day, bookedOn, parts);
      yield done;
    }
  } finally {
    reader.close();
    books.close();
    database?.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database?.close();
  }
}

function dimensionsIn(books: Books, { provider, model }: RepricingScope): Map<number, Dimensions> {
  const wanted = books
    .dimensions()
    .filter(({ dimensions }) => (provider ?? dimensions.provider) === dimensions.provider)
    .filter(({ dimensions }) => (model ?? dimensions.model) === dimensions.model);
  return new Map(wanted.map(({ id, dimensions }) => [id, dimensions]));
}

/** The days of the range whose calls are kept. */
function daysIn(reader: DatabaseSync, { from, to }: RepricingScope): EventDay[] {
  const tables = new Set(
    reader
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name BETWEEN ? AND ?`)
      .all(callTableName(from), callTableName(to))
      .map(({ name }) => String(name))
  );
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index).filter((day) =>
    tables.has(callTableName(day))
  );
}

function bookingDay(books: Books, day: EventDay, nowMs: number): EventDay {
  const closed = new Set(books.days().flatMap(({ day: of, closedMs }) => (closedMs === undefined ? [] : [of])));
  if (!closed.has(day)) {
    return day;
  }
  let open = eventDay(nowMs);
  while (closed.has(open)) {
    open += 1;
  }
  return open;
}

function names(reader: DatabaseSync): (id: bigint) => string {
  const find = reader.prepare('SELECT value FROM name WHERE id = ?');
  const known = new Map<bigint, string>();
  return (id) => {
    const text = known.get(id) ?? String(find.get(id)?.['value']);
    if (known.size >= 100_000) {
      known.clear();
    }
    known.set(id, text);
    return text;
  };
}
