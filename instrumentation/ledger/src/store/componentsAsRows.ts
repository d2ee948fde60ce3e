import type { DatabaseSync } from 'node:sqlite';

/** The components that had columns of their own; the contract's list grows on. */
const FORMER_COLUMNS = [
  'input',
  'cache_read',
  'cache_write',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'web_search',
];

/**
 * Migration: sums by billing component become rows, with the component as text, so that new ones need no migration.
 * Single calls keep rare components in one column, and the model as the wire spelled it.
 */
export function componentsAsRows(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE component_book (
      day INTEGER NOT NULL, for_day INTEGER NOT NULL, dimension INTEGER NOT NULL, component TEXT NOT NULL,
      quantity INTEGER NOT NULL, cost INTEGER NOT NULL,
      PRIMARY KEY (day, for_day, dimension, component)
    ) STRICT, WITHOUT ROWID`);
  for (const component of FORMER_COLUMNS) {
    database.exec(`
      INSERT INTO component_book
      SELECT day, for_day, dimension, '${component}', sum(q_${component}), sum(c_${component})
      FROM book GROUP BY day, for_day, dimension HAVING sum(q_${component}) > 0;
      ALTER TABLE book DROP COLUMN q_${component};
      ALTER TABLE book DROP COLUMN c_${component}`);
  }
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`).all();
  for (const { name } of tables) {
    database.exec(`ALTER TABLE ${String(name)} ADD COLUMN other_quantities TEXT`);
    database.exec(`ALTER TABLE ${String(name)} ADD COLUMN wire_model TEXT`);
  }
}
