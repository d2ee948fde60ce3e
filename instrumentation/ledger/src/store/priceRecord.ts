import {
  priceByProvider,
  priceCall,
  splitUsage,
  unpriced,
  type PriceBook,
  type Priced,
  type Quantities,
  type RateCard,
  type Unpriced,
} from '@ai-finops/instrumentation/pricing';
import type { Dimensions, MoneyRecord } from '../intake/moneyRecord.ts';

export interface PricedRecord {
  /**
   * The labels the call is booked under: the model by its name in the catalogue, so that an alias that was asked for and
   * the snapshot that answered are one model; the account by its name in the prices file.
   */
  readonly dimensions: Dimensions;
  /** What was used and billed. Without known usage only what is billed by the call stands here. */
  readonly quantities: Quantities;
  readonly isUsageKnown: boolean;
  readonly price: Priced | Unpriced;
}

const FREE: Priced = { kind: 'priced', source: 'card', nanoUsd: 0n, listNanoUsd: 0n, components: [], rateCard: '' };

/**
 * Rates a call with the card in force when it started; a cost the provider reported with the response wins. A failure
 * that reached no model costs a known 0.
 */
export function priceRecord(record: MoneyRecord, book: PriceBook): PricedRecord {
  const { provider, model, account } = record.dimensions;
  const card = book.resolve({ provider, model, atMs: Math.floor(record.startUs / 1_000) });
  const dimensions = {
    ...record.dimensions,
    model: card.kind === 'card' ? card.model : model,
    account: book.accountName(account),
  };
  const usage = record.usage.kind === 'reported' ? splitUsage(record.usage.usage) : undefined;
  const quantities = usage === undefined || 'kind' in usage ? undefined : usage;
  const price =
    record.providerCost === undefined
      ? priceByCard(record, usage, card)
      : priceByProvider({ provider, ...record.providerCost });
  return {
    dimensions,
    quantities: withFees(quantities ?? {}, price),
    isUsageKnown: quantities !== undefined || record.usage.kind === 'none',
    price,
  };
}

function priceByCard(record: MoneyRecord, usage: Quantities | Unpriced | undefined, card: RateCard | Unpriced) {
  if (record.usage.kind === 'none') {
    return FREE;
  }
  if (record.usage.kind === 'unknown') {
    return unpriced(`usage_unknown_${record.usage.reason}`);
  }
  if (usage === undefined || 'kind' in usage) {
    return usage ?? unpriced('invalid_usage');
  }
  return priceCall({ quantities: usage, card, serviceTier: record.dimensions.service_tier || undefined });
}

/** What is billed but in no usage: a fee for the request, a total. */
function withFees(quantities: Quantities, price: Priced | Unpriced): Quantities {
  const fees = price.kind === 'priced' ? price.components.filter(({ component }) => !quantities[component]) : [];
  return fees.length === 0
    ? quantities
    : { ...quantities, ...Object.fromEntries(fees.map(({ component, quantity }) => [component, quantity])) };
}
