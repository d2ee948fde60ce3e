import { parseDocumentFile } from '../documents/parseDocumentFile.ts';
import type { Owners } from './owners.ts';
import { parseOwners } from './parseOwners.ts';

/**
 * Reads an owners file, YAML or JSON; docs/finops.md says what it may hold.
 *
 * @throws DocumentError with the line, the key and what to write instead
 */
export function parseOwnersFile(text: string): Owners {
  return parseDocumentFile(text, parseOwners);
}
