import { readFileSync } from 'node:fs';
import { readReceivers, type Surroundings } from '../alerts/readReceivers.ts';
import { DocumentError } from '../documents/documentError.ts';
import { parseDocumentFile } from '../documents/parseDocumentFile.ts';
import { Unusable } from '../store/unusable.ts';

/**
 * Owners, and whom alerts reach, as an owners file says.
 *
 * @throws Unusable naming file, line and key, and what to write there
 */
export function readAlerting(path: string, surroundings: Surroundings): ReturnType<typeof readReceivers> {
  try {
    return parseDocumentFile(readFileSync(path, 'utf8'), (json) => readReceivers(json, surroundings));
  } catch (error) {
    const place = error instanceof DocumentError ? `${path}:${error.line}` : path;
    throw new Unusable(`owners file ${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
