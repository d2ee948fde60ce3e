import {
  createPriceBook,
  parsePriceOverlay,
  priceCall,
  splitUsage,
  type PriceBook,
} from '@ai-finops/instrumentation/pricing';
import type { HistoricCall } from './historicCall.ts';
import { historicCalls } from './historicCalls.ts';
import type { Period } from './period.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { utcDay } from './utcDay.ts';

/** What the books must hold once a period has been sent. Amounts are nano-USD. */
export interface Totals {
  calls: number;
  nanoUsd: bigint;
  /** Calls with usage but no rate. */
  unpriced: number;
  /** Calls that may have cost money, with no usage. */
  usageUnknown: number;
  readonly byDay: Map<string, bigint>;
  /** Key: day, a space, feature. */
  readonly byDayFeature: Map<string, bigint>;
}

/** Prices a period of the history with the pricing module and the contract of the story. */
export function expectedTotals(period: Period): Totals {
  const totals = emptyTotals();
  const book = createPriceBook(parsePriceOverlay(priceOverlayJson(period.anchor)));
  for (const calls of historicCalls(period)) {
    for (const call of calls) {
      addCall(totals, call, book);
    }
  }
  return totals;
}

/** Totals of nothing. */
export function emptyTotals(): Totals {
  return { calls: 0, nanoUsd: 0n, unpriced: 0, usageUnknown: 0, byDay: new Map(), byDayFeature: new Map() };
}

/** Adds one call. A refusal or failure without usage costs a known 0; what is unknown or unpriced adds no money. */
export function addCall(totals: Totals, { call }: HistoricCall, book: PriceBook): void {
  totals.calls += 1;
  if (call.usageUnknown !== undefined) {
    totals.usageUnknown += 1;
  }
  if (call.usage === undefined) {
    return;
  }
  const card = book.resolve({
    provider: call.provider,
    model: call.responseModel ?? call.requestModel ?? '',
    atMs: call.startMs,
  });
  const quantities = splitUsage(call.usage);
  if ('kind' in quantities) {
    throw new Error(`the history made impossible usage: ${JSON.stringify(call.usage)}`);
  }
  const priced = priceCall({ quantities, card, serviceTier: call.serviceTier });
  if (priced.kind === 'unpriced') {
    totals.unpriced += 1;
    return;
  }
  const day = utcDay(call.startMs).name;
  const feature = `${day} ${call.attribution.feature}`;
  totals.nanoUsd += priced.nanoUsd;
  totals.byDay.set(day, (totals.byDay.get(day) ?? 0n) + priced.nanoUsd);
  totals.byDayFeature.set(feature, (totals.byDayFeature.get(feature) ?? 0n) + priced.nanoUsd);
}
