import type { DatabaseSync } from 'node:sqlite';

/**
 * Migration: what people record about the books. One row an entry, `content` and `author` as JSON; `seq` is the order of
 * all of them. The database itself refuses to change or delete one.
 */
export function recordTable(database: DatabaseSync): void {
  database.exec(`
    CREATE TABLE record (
      seq INTEGER PRIMARY KEY,
      kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
      action TEXT NOT NULL, state TEXT NOT NULL, at_ms INTEGER NOT NULL,
      author TEXT NOT NULL, note TEXT, content TEXT NOT NULL,
      UNIQUE (kind, id, version)
    ) STRICT;
    CREATE TRIGGER record_stays BEFORE UPDATE ON record
      BEGIN SELECT raise(ABORT, 'records are only added to'); END;
    CREATE TRIGGER record_is_kept BEFORE DELETE ON record
      BEGIN SELECT raise(ABORT, 'records are only added to'); END`);
}
