import { NO_OVERLAY, parsePriceOverlay, type PriceOverlay } from '@ai-finops/instrumentation/pricing';
import { readFileSync } from 'node:fs';
import { Unusable } from '../store/unusable.ts';

/**
 * The contract prices of a file; none without one.
 *
 * @throws Unusable
 */
export function readPrices(path: string | undefined): PriceOverlay {
  if (!path) {
    return NO_OVERLAY;
  }
  try {
    return parsePriceOverlay(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new Unusable(`price file ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
