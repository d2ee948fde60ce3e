import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { historicCalls } from './historicCalls.ts';
import type { Period } from './period.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { Totals } from './totals.ts';

/** Prices a period of the history with the pricing module and the contract of the story: what the books must hold. */
export function expectedTotals(period: Period): Totals {
  const totals = new Totals(createPriceBook(parsePriceOverlay(priceOverlayJson(period.anchor))));
  for (const calls of historicCalls(period)) {
    for (const call of calls) {
      totals.add(call);
    }
  }
  return totals;
}
