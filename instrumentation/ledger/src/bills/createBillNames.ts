import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { BillNames } from './normaliseLine.ts';
import type { CurrencyRate } from './readRates.ts';
import { DAY_MS } from '../store/eventDay.ts';

/** How long a rate holds where none follows: months have one on their first day, and banks none on holidays. */
const RATE_DAYS = 31;

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
    rate(currency, day) {
      const found = from.rates?.findLast((rate) => rate.currency === currency && rate.day <= day);
      // An older one is a guess: money is none.
      return found && Date.parse(day) - Date.parse(found.day) <= RATE_DAYS * DAY_MS ? found.nanoUsd : undefined;
    },
  };
}
