import { damageIn } from './damageIn.ts';
import { Unusable } from './unusable.ts';
import { openReader } from './openReader.ts';

/**
 * Reads every page of a database.
 *
 * @throws Unusable where it is corrupt
 */
export function quickCheck(path: string): void {
  const database = openReader(path);
  try {
    const damage = damageIn(database);
    if (damage !== undefined) {
      throw new Unusable(`${path} is corrupt (${damage})`);
    }
  } finally {
    database.close();
  }
}
