import type { DatabaseSync } from 'node:sqlite';
import type { CallLayout } from './callLayout.ts';
import { COMPACT_CALLS } from './compactCalls.ts';
import { WIDE_CALLS } from './wideCalls.ts';

/** How a table of calls is written; undefined where there is none of that name. */
export function callLayoutOf(database: DatabaseSync, name: string): CallLayout | undefined {
  const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(name);
  if (columns.length === 0) {
    return undefined;
  }
  return columns.some((column) => column['name'] === 'rest') ? COMPACT_CALLS : WIDE_CALLS;
}
