import { readFileSync } from 'node:fs';
import { DocumentError } from '../documents/documentError.ts';
import type { Owners } from '../ownership/owners.ts';
import { parseOwnersFile } from '../ownership/parseOwnersFile.ts';
import { Unusable } from '../store/unusable.ts';

/**
 * What an owners file says.
 *
 * @throws Unusable naming file, line and key
 */
export function readOwners(path: string): Owners {
  try {
    return parseOwnersFile(readFileSync(path, 'utf8'));
  } catch (error) {
    const place = error instanceof DocumentError ? `${path}:${error.line}` : path;
    throw new Unusable(`owners file ${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
