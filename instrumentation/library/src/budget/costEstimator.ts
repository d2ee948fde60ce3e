import type { CapturedCall } from '../capture/index.ts';
import type { PriceBook } from '../pricing/index.ts';
import type { PlannedCall } from './plannedCall.ts';

/** A request's bytes hold about four of its tokens each, JSON and all; text in many scripts has fewer. */
const BYTES_PER_TOKEN = 4;

/** Estimates at list prices, in nano-USD; undefined where there is no price. */
export interface CostEstimator {
  /** Input: bytes / 4, rounded up, all at the uncached rate. Output: all that the request allows, else `outputTokens`. */
  planned(provider: string, call: PlannedCall, outputTokens: number): bigint | undefined;
  /** What a finished call cost; undefined where its usage is unknown or partial. A known failure costs 0. */
  finished(call: CapturedCall): bigint | undefined;
}

let loading: Promise<CostEstimator> | undefined;

/** Loads the price catalogue, once, when the first guarded call is made. */
export function loadCostEstimator(): Promise<CostEstimator> {
  return (loading ??= load());
}

async function load(): Promise<CostEstimator> {
  const { createPriceBook, priceCall, splitUsage } = await import('../pricing/index.ts');
  const book: PriceBook = createPriceBook();
  const amount = (priced: ReturnType<typeof priceCall>) => (priced.kind === 'priced' ? priced.nanoUsd : undefined);
  return {
    planned(provider, { model, bytes, maxOutputTokens, serviceTier }, outputTokens) {
      const card = book.resolve({ provider, model, atMs: Date.now() });
      const quantities = { input: Math.ceil(bytes / BYTES_PER_TOKEN), output: maxOutputTokens ?? outputTokens };
      const standard = amount(priceCall({ quantities, card }));
      return serviceTier === undefined ? standard : (amount(priceCall({ quantities, card, serviceTier })) ?? standard);
    },
    finished({ provider, usage, isUsagePartial, usageUnknown, requestModel, responseModel, startMs, serviceTier }) {
      if (usage === undefined) {
        return usageUnknown === undefined ? 0n : undefined;
      }
      if (isUsagePartial) {
        return undefined;
      }
      const quantities = splitUsage(usage);
      if ('reason' in quantities) {
        return undefined;
      }
      if (Object.keys(quantities).length === 0) {
        return 0n;
      }
      const model = responseModel ?? requestModel ?? '';
      return amount(priceCall({ quantities, card: book.resolve({ provider, model, atMs: startMs }), serviceTier }));
    },
  };
}
