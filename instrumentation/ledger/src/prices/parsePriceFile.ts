import { parsePriceOverlay, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { parseDocumentFile } from '../documents/parseDocumentFile.ts';

/**
 * Reads a prices file, YAML or JSON; docs/prices.md says what it may hold. An empty one holds nothing.
 *
 * @throws DocumentError with the line, the key and what to write instead
 */
export function parsePriceFile(text: string): PriceOverlay {
  return parseDocumentFile(text, parsePriceOverlay);
}
