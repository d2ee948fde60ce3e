/** A table of calls as the ledger made it up to schema 11: a value a column. */
export function wideTable(name: string): string {
  return `
  CREATE TABLE ${name} (
    start_us INTEGER NOT NULL, key BLOB NOT NULL, parent BLOB, duration_us INTEGER NOT NULL, booked INTEGER,
    dimension INTEGER NOT NULL, tenant INTEGER NOT NULL, request_path TEXT, task TEXT,
    status TEXT NOT NULL, attempt INTEGER NOT NULL, error_type TEXT, partial INTEGER NOT NULL, reported TEXT,
    input INTEGER, cache_read INTEGER, cache_write INTEGER, cache_write_5m INTEGER, cache_write_1h INTEGER,
    output INTEGER, reasoning INTEGER, web_search INTEGER,
    cost INTEGER, list INTEGER, unpriced TEXT, rate_card INTEGER NOT NULL, estimate INTEGER,
    other_quantities TEXT, wire_model TEXT, stop_reason INTEGER,
    PRIMARY KEY (start_us, key)
  ) STRICT, WITHOUT ROWID`;
}
