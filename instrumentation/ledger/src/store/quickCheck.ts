import { DatabaseSync } from 'node:sqlite';
import { Unusable } from './unusable.ts';

/**
 * Reads every page of a database.
 *
 * @throws Unusable where it is corrupt
 */
export function quickCheck(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const found = String(database.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
    if (found !== 'ok') {
      throw new Unusable(`${path} is corrupt (${found.replaceAll('\n', ' ')})`);
    }
  } finally {
    database.close();
  }
}
