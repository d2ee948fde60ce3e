import { diag } from '@opentelemetry/api';
import type { CapturedCall } from '../capture/index.ts';
import type { ReportedUsage } from '../pricing/index.ts';
import type { CostEstimate } from './costEstimate.ts';

/** Estimates a call's list price; undefined where there is nothing to price. */
export type Pricer = (call: CapturedCall) => CostEstimate | undefined;

/** Loads the price catalogue (480 kB, some 23 ms) after start-up; until then, and where it fails, nothing is estimated. */
export async function loadPricer(): Promise<Pricer | undefined> {
  try {
    const { createPriceBook, priceByProvider, priceCall, servedTier, splitUsage } = await import('../pricing/index.ts');
    const book = createPriceBook();
    const price = (call: CapturedCall, usage: ReportedUsage) => {
      const { provider, requestModel, responseModel, startMs, providerCostUsd } = call;
      if (providerCostUsd !== undefined) {
        return priceByProvider({ provider, amount: providerCostUsd });
      }
      const quantities = splitUsage(usage);
      return 'reason' in quantities
        ? quantities
        : priceCall({
            quantities,
            card: book.resolve({ provider, model: responseModel ?? requestModel ?? '', atMs: startMs }),
            serviceTier: servedTier(call),
          });
    };
    return (call) => {
      if (call.usage === undefined) {
        return undefined;
      }
      const priced = price(call, call.usage);
      return priced.kind === 'priced'
        ? { nanoUsd: Number(priced.nanoUsd), rateCard: priced.rateCard, unpricedReason: undefined }
        : { nanoUsd: undefined, rateCard: undefined, unpricedReason: priced.reason };
    };
  } catch (error) {
    diag.error('ai-finops: the price catalogue could not be loaded; the ledger still prices every call', error);
    return undefined;
  }
}
