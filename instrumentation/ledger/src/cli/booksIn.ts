import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Unusable } from '../store/unusable.ts';

/**
 * The books in a data directory.
 *
 * @throws Unusable when there are none
 */
export function booksIn(dataDir: string): string {
  const path = join(dataDir, 'ledger.db');
  if (!existsSync(path)) {
    throw new Unusable(`no books in ${dataDir}: give the ledger's data directory with --data`);
  }
  return path;
}
