import { COMPONENTS } from '../contract/index.ts';
import { contextStep } from './contextStep.ts';
import type { Quantities } from './quantities.ts';
import type { RateCard } from './rateCard.ts';
import { rateComponent, type RatedComponent } from './rateComponent.ts';
import { termsOfTier } from './termsOfTier.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

export interface CallToRate {
  readonly quantities: Quantities;
  readonly card: RateCard | Unpriced;
  /** The tier the **response** names, by `servedTier`. */
  readonly serviceTier?: string | undefined;
}

/**
 * Finds the rates of every component a call used, with the card in force and the tier it was served with, to be shown:
 * `priceCall` prices by the same rates.
 * Order: contract rate → contract discount on list → list, then the tier. A component without a rate leaves the whole
 * call unpriced: a part of a cost is not a cost.
 */
export function rateCall({ quantities, card, serviceTier }: CallToRate): readonly RatedComponent[] | Unpriced {
  if (card.kind === 'unpriced') {
    return card;
  }
  const traits = termsOfTier(card, serviceTier);
  if ('kind' in traits) {
    return traits;
  }
  const list = card.steps[contextStep(card, quantities)]?.list ?? {};
  const terms = { list, traits, contracts: card.contracts };
  const rated: RatedComponent[] = [];
  for (const component of COMPONENTS) {
    // A fee for the call itself is in no usage: where the card has one, it is due once.
    const quantity = quantities[component] ?? Number(component === 'request');
    const found = quantity > 0 ? rateComponent(component, quantity, terms) : undefined;
    if (found) {
      rated.push(found);
    } else if (quantities[component]) {
      return unpriced(`no_rate_${component}`);
    }
  }
  return rated;
}
