import { NO_OVERLAY, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { readFileSync } from 'node:fs';
import { parsePriceFile } from '../prices/parsePriceFile.ts';
import { DocumentError } from '../documents/documentError.ts';
import { Unusable } from '../store/unusable.ts';

/**
 * What a prices file says; nothing without one.
 *
 * @throws Unusable naming file, line and key
 */
export function readPrices(path: string | undefined): PriceOverlay {
  if (!path) {
    return NO_OVERLAY;
  }
  try {
    return parsePriceFile(readFileSync(path, 'utf8'));
  } catch (error) {
    const place = error instanceof DocumentError ? `${path}:${error.line}` : path;
    throw new Unusable(`price file ${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
