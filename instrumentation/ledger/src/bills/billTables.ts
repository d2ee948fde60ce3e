/**
 * Bills have a file of their own beside the books: they come from elsewhere, may be imported while no ledger runs, and
 * can be imported again. Nothing is changed or deleted: each import that says something new is one more revision of a
 * provider's month. Money is integer nano-USD, quantities are whole units. `fetched` is when an API was last asked with
 * success, which need not have told anything new.
 */
export const BILL_TABLES = `
  CREATE TABLE IF NOT EXISTS revision (
    id INTEGER PRIMARY KEY, provider TEXT NOT NULL, month TEXT NOT NULL, state TEXT NOT NULL, source TEXT NOT NULL,
    imported_ms INTEGER NOT NULL, digest TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS revision_month ON revision (month, provider);
  CREATE TABLE IF NOT EXISTS line (
    revision INTEGER NOT NULL, day TEXT NOT NULL, through TEXT, account TEXT, model TEXT, tier TEXT, component TEXT,
    description TEXT NOT NULL, category TEXT NOT NULL, quantity INTEGER, unit TEXT,
    list INTEGER, effective INTEGER NOT NULL, billed INTEGER NOT NULL, currency TEXT, original INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS line_revision ON line (revision);
  CREATE TABLE IF NOT EXISTS fetched (provider TEXT PRIMARY KEY, ok_ms INTEGER NOT NULL) STRICT`;
