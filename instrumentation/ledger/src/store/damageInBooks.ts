import type { DatabaseSync } from 'node:sqlite';
import { damageIn } from './damageIn.ts';

/** Up to here the file is checked in one go, free pages included: a read that long keeps the write-ahead log growing. */
const IN_ONE_GO_BYTES = 2 ** 30;

/**
 * What is broken in books, however large; undefined where nothing is. Larger ones are checked table by table, sums
 * first, then the newest days, with a rest after each as long as it took.
 */
export function damageInBooks(database: DatabaseSync, rest: (ms: number) => void): string | undefined {
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  const pageBytes = Number(database.prepare('PRAGMA page_size').get()?.['page_size']);
  if (pages * pageBytes <= IN_ONE_GO_BYTES) {
    return damageIn(database);
  }
  const tables = database.prepare(
    `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name GLOB 'calls_*', name DESC`
  );
  for (const { name } of tables.all()) {
    const began = performance.now();
    const damage = isThere(database, String(name)) ? damageIn(database, String(name)) : undefined;
    if (damage !== undefined) {
      return damage;
    }
    rest(performance.now() - began);
  }
  return undefined;
}

/** A day may have been dropped meanwhile. */
function isThere(database: DatabaseSync, table: string): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema WHERE name = ?').get(table) !== undefined;
}
