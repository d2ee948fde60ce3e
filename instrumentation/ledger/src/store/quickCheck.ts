import { DatabaseSync } from 'node:sqlite';
import { damageIn } from './damageIn.ts';
import { Unusable } from './unusable.ts';

/**
 * Reads every page of a database.
 *
 * @throws Unusable where it is corrupt
 */
export function quickCheck(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 5000');
    const damage = damageIn(database);
    if (damage !== undefined) {
      throw new Unusable(`${path} is corrupt (${damage})`);
    }
  } finally {
    database.close();
  }
}
