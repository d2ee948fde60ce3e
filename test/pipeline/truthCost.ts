import { createPriceBook, priceCall, splitUsage, type ReportedUsage } from '@ai-finops/instrumentation/pricing';

/** One exchange as the simulated provider counted it; without usage where nothing was billed. */
export interface Truth {
  readonly provider: string;
  readonly model: string;
  readonly status: string;
  readonly usage?: ReportedUsage;
  readonly serviceTier?: string;
}

/** What the provider would bill for these exchanges at list price, in nano-USD: the sum every book is compared with. */
export function truthCost(exchanges: readonly Truth[], atMs = Date.now()): bigint {
  const book = createPriceBook();
  return exchanges.reduce((sum, { provider, model, usage, serviceTier }) => {
    if (!usage) {
      return sum;
    }
    const quantities = splitUsage(usage);
    const card = book.resolve({ provider, model, atMs });
    const priced = 'kind' in quantities ? quantities : priceCall({ quantities, card, serviceTier });
    if (priced.kind === 'unpriced') {
      throw new Error(`the simulated provider served what has no price: ${provider} ${model}: ${priced.reason}`);
    }
    return sum + priced.nanoUsd;
  }, 0n);
}
