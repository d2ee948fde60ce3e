import type { TierTerms } from './priceOverlay.ts';
import type { RateCard } from './rateCard.ts';
import { tierTraits } from './servedTier.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

const KNOWN_TIERS = new Set(['priority', 'scale', 'fast', 'flex', 'batch', 'reserved', 'provisioned_throughput']);

/** What the card says of each trait of a served tier; unpriced where it does not know one. */
export function termsOfTier(card: RateCard, serviceTier: string | undefined): readonly TierTerms[] | Unpriced {
  const found: TierTerms[] = [];
  for (const trait of tierTraits(serviceTier)) {
    const terms = card.tiers.get(trait);
    if (!terms) {
      return unpriced(unknownTier(trait));
    }
    found.push(terms);
  }
  return found;
}

function unknownTier(trait: string): string {
  if (trait.startsWith('geo_')) {
    return 'inference_geo_unknown';
  }
  return `service_tier_${KNOWN_TIERS.has(trait) ? trait : 'unknown'}`;
}
