import {
  priceCall,
  type PriceBook,
  type Priced,
  type Quantities,
  type Unpriced,
} from '@ai-finops/instrumentation/pricing';
import type { Dimensions } from '../intake/moneyRecord.ts';
import type { StoredCall } from './storedCall.ts';

export interface RepricedCall {
  readonly price: Priced | Unpriced;
  /** With the fees of the card that holds now. */
  readonly quantities: Quantities;
}

/**
 * Rates a kept call with the cards as they are now, in force when it started. undefined where no card has a say: a cost the
 * provider reported, a failure that reached no model, usage that is not known or contradicts itself.
 *
 * @param wireModel the model as the wire spelled it
 */
export function repriceCall(
  call: StoredCall,
  { provider, service_tier: serviceTier }: Pick<Dimensions, 'provider' | 'service_tier'>,
  wireModel: string,
  prices: PriceBook
): RepricedCall | undefined {
  if (isOutsideCards(call)) {
    return undefined;
  }
  // Fees are of the card, not of the usage: the card that holds now says whether one is due.
  const { request: _request, provider_total: _total, ...used } = call.quantities;
  const card = prices.resolve({ provider, model: wireModel, atMs: Math.floor(call.startUs / 1_000) });
  const price = priceCall({ quantities: used, card, serviceTier: serviceTier || undefined });
  const fee = price.kind === 'priced' ? price.components.find(({ component }) => component === 'request') : undefined;
  return { price, quantities: fee ? { ...used, request: fee.quantity } : used };
}

function isOutsideCards({ unpriced, rateCard }: StoredCall): boolean {
  return unpriced === ''
    ? rateCard === '' || rateCard.startsWith('provider/')
    : /^(usage_unknown_|invalid_usage$|provider_cost_)/.test(unpriced);
}
