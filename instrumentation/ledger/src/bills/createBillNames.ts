import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { BillNames } from './normaliseLine.ts';
import type { CurrencyRate } from './readRates.ts';

/** Names and rates from what the ledger knows: a model is called as the price book calls it, as the books do. */
export function createBillNames(from: {
  readonly accounts: ReadonlyMap<string, string>;
  readonly prices: PriceBook;
  readonly rates: readonly CurrencyRate[] | undefined;
}): BillNames {
  return {
    accounts: from.accounts,
    model(provider, model, day) {
      const card = from.prices.resolve({ provider, model, atMs: Date.parse(`${day}T12:00:00Z`) });
      return card.kind === 'card' ? card.model : model;
    },
    rate: (currency, day) => from.rates?.findLast((rate) => rate.currency === currency && rate.day <= day)?.nanoUsd,
  };
}
