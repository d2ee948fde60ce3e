import {
  priceCall,
  splitUsage,
  unpriced,
  type PriceBook,
  type Priced,
  type Quantities,
  type Unpriced,
} from '@ai-finops/instrumentation/pricing';
import type { MoneyRecord } from '../intake/moneyRecord.ts';

export interface PricedRecord {
  /** Undefined where usage is unknown or contradicts itself. */
  readonly quantities: Quantities | undefined;
  readonly price: Priced | Unpriced;
}

const FREE: Priced = { kind: 'priced', nanoUsd: 0n, listNanoUsd: 0n, components: [], rateCard: '' };

/** Rates a call with the card in force when it started. A failure that reached no model costs a known 0. */
export function priceRecord(record: MoneyRecord, book: PriceBook): PricedRecord {
  const { usage, dimensions } = record;
  if (usage.kind === 'none') {
    return { quantities: {}, price: FREE };
  }
  if (usage.kind === 'unknown') {
    return { quantities: undefined, price: unpriced(`usage_unknown_${usage.reason}`) };
  }
  const quantities = splitUsage(usage.usage);
  if (isUnpriced(quantities)) {
    return { quantities: undefined, price: quantities };
  }
  const { provider, model, service_tier: serviceTier } = dimensions;
  const card = book.resolve({ provider, model, atMs: Math.floor(record.startUs / 1_000) });
  return { quantities, price: priceCall({ quantities, card, serviceTier: serviceTier || undefined }) };
}

function isUnpriced(split: Quantities | Unpriced): split is Unpriced {
  return 'kind' in split;
}
