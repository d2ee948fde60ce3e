import { join } from 'node:path';

/**
 * Stands in a data directory whose books were found corrupt while the ledger ran: the next start checks all of them
 * before its doors open.
 */
export function damageMark(dataDir: string): string {
  return join(dataDir, 'ledger.corrupt');
}
