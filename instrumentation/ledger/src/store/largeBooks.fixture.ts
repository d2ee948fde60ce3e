import { closeSync, openSync, writeSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openDatabase } from './openDatabase.ts';

const ROWS = 2_300;
const PAGE_BYTES = 4_096;

/** Books of 9 MiB, more than a start checks: a day of calls whose rows fill pages, and sums. */
export function largeBooks(path: string): void {
  const database = openDatabase(path);
  database.exec(`
    PRAGMA synchronous = OFF;
    BEGIN;
    CREATE TABLE calls_20200101 (id INTEGER PRIMARY KEY, filler BLOB NOT NULL);
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${ROWS})
      INSERT INTO calls_20200101 SELECT id, zeroblob(4000) FROM n;
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < ${ROWS})
      INSERT INTO book (day, for_day, dimension, status, retry, unpriced, requests, cost, list)
      SELECT id, id, 1, 'ok', 0, '', 1, 1, 1 FROM n;
    INSERT INTO carried_book SELECT dimension, status, retry, 'reason-' || day, requests, cost, list FROM book WHERE day < 1000;
    INSERT INTO carried_day SELECT day FROM book WHERE day < 1000;
    INSERT INTO dimension VALUES (1, 'search', 'Search', 'chat', 'openai', 'gpt-5-mini', 'main', '', 'prod');
    COMMIT;
    PRAGMA wal_checkpoint(TRUNCATE)`);
  database.close();
}

const TABLES = { calls: 'calls_20200101', sums: 'book', 'carried sums': 'carried_book' };

/** Overwrites a page in the middle of the calls, or of sums. */
export function damageBooks(path: string, what: keyof typeof TABLES): void {
  const database = new DatabaseSync(path);
  const pages = database
    .prepare('SELECT pageno FROM dbstat WHERE name = ? AND pagetype = ? ORDER BY pageno')
    .all(TABLES[what], 'leaf');
  database.close();
  const page = Number(pages[Math.floor(pages.length / 2)]?.['pageno']);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(PAGE_BYTES, 0xff), 0, PAGE_BYTES, (page - 1) * PAGE_BYTES);
  closeSync(file);
}
