import type { DatabaseSync } from 'node:sqlite';
import { callTableName } from './callTableName.ts';
import type { EventDay } from './eventDay.ts';
import { MIGRATIONS } from './schema.ts';
import { TAKEN_BACK_DAY } from './takenBackDay.ts';
import { Unusable } from './unusable.ts';
import { verifyCarried } from './verifyCarried.ts';
import { verifyDay, type DayCheck } from './verifyDay.ts';
import { verifyDurations } from './verifyDurations.ts';
import { verifyUsers } from './verifyUsers.ts';
import { verifyWork } from './verifyWork.ts';
import { openReader } from './openReader.ts';

/**
 * Recomputes the sums from the single calls, day by day, and compares them with the books. Works beside their writer:
 * each day is read as one state, and no read is held longer than a day takes.
 *
 * @throws Unusable when the books are of another version
 */
export function* verifyBooks(path: string): Generator<DayCheck> {
  const database = openReader(path);
  try {
    database.exec('PRAGMA temp_store = MEMORY');
    const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (version !== MIGRATIONS.length) {
      throw new Unusable(`${path} was written by another version: start this version's ledger on it once`);
    }
    const days = daysOf(database);
    for (const day of days) {
      database.exec('BEGIN');
      try {
        const check = verifyDay(database, day);
        const found = [
          ...[verifyDurations(database, day), verifyWork(database, day), verifyUsers(database, day)],
          day === days.at(-1) ? verifyCarried(database) : undefined,
        ];
        const differences = [...check.differences, ...found.flatMap((lines) => lines ?? [])];
        yield { ...check, differences };
      } finally {
        database.exec('COMMIT');
      }
    }
  } finally {
    database.close();
  }
}

/** Every day that calls or work are booked on or for, and every day with a table of calls. */
function daysOf(database: DatabaseSync): EventDay[] {
  const booked = database
    .prepare(
      `SELECT day FROM day UNION SELECT for_day FROM book UNION SELECT for_day FROM tenant_book
       UNION SELECT for_day FROM component_book UNION SELECT day FROM duration_book
       UNION SELECT for_day FROM work_book UNION SELECT at_us / 86400000000 FROM work`
    )
    .all()
    .map(({ day }) => Number(day))
    .filter((day) => day !== TAKEN_BACK_DAY);
  const known = new Set(booked.map(callTableName));
  const stray = database
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`)
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !known.has(name))
    .map((name) => dayOfTable(name));
  return [...new Set([...booked, ...stray])].sort((a, b) => a - b);
}

function dayOfTable(name: string): EventDay {
  const [, year, month, date] = /^calls_(\d{4})(\d{2})(\d{2})$/.exec(name) ?? [];
  return Math.floor(Date.UTC(Number(year), Number(month) - 1, Number(date)) / 86_400_000);
}
