import type { DatabaseSync } from 'node:sqlite';

/** Migration: calls say why they ended, as the id of the provider's word; NULL where nobody said. */
export function addStopReason(database: DatabaseSync): void {
  const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'calls_*'`).all();
  for (const { name } of tables) {
    database.exec(`ALTER TABLE ${String(name)} ADD COLUMN stop_reason INTEGER`);
  }
}
