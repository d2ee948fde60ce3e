import { join } from 'node:path';
import { OwnersFile } from '../ownership/ownersFile.ts';

/**
 * The owners file of a ledger, with the last good one beside the books.
 *
 * @throws Unusable
 */
export function openOwners(path: string, data: string): OwnersFile {
  return new OwnersFile({ path, copy: join(data, 'finops.last-good.yaml'), now: Date.now });
}
