import type { DatabaseSync } from 'node:sqlite';
import { saysDamage } from './saysDamage.ts';

/**
 * What is broken in a database, or in one table of it, as SQLite says it; undefined where nothing is. Reads every page
 * that it checks.
 *
 * @throws Error where it cannot be read for another reason
 */
export function damageIn(database: DatabaseSync, table?: string): string | undefined {
  try {
    const found = String(database.prepare(`PRAGMA quick_check(${table ?? 1})`).get()?.['quick_check']);
    return found === 'ok' ? undefined : found.replaceAll('\n', ' ');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (saysDamage(message)) {
      return message;
    }
    throw error;
  }
}
