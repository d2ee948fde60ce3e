import { COMPONENTS, TOKEN_TYPES, type Component } from '../contract/index.ts';
import { contextStep } from './contextStep.ts';
import type { Contract, TierTerms } from './priceOverlay.ts';
import type { Quantities } from './quantities.ts';
import type { RateCard, Rates } from './rateCard.ts';
import { tierTraits } from './servedTier.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

/** How one component of a call is rated. Cost = quantity × (agreed rate, else list rate less discount) × Π multipliers. */
export interface RatedComponent {
  readonly component: Component;
  readonly quantity: number;
  /** Atto-USD for one, at list: the tier's own rate where it has one. */
  readonly listRate: bigint;
  /** Millionths, one per trait of the tier. */
  readonly multipliers: readonly bigint[];
  /** Atto-USD for one, where a contract names a rate. */
  readonly agreedRate: bigint | undefined;
  readonly agreedMultipliers: readonly bigint[];
  /** Discount on list where no rate is agreed on, in millionths: 8 % is 80,000. */
  readonly discountPpm: bigint;
  /** The contract that gave the rate or the discount. */
  readonly contract: string | undefined;
}

export interface CallToRate {
  readonly quantities: Quantities;
  readonly card: RateCard | Unpriced;
  /** The tier the **response** names, by `servedTier`. */
  readonly serviceTier?: string | undefined;
}

const IS_TOKEN = new Set<Component>(TOKEN_TYPES);
const KNOWN_TIERS = new Set(['priority', 'scale', 'fast', 'flex', 'batch', 'reserved', 'provisioned_throughput']);
const ONE = 1_000_000n;

/**
 * Finds the rates of every component a call used, with the card in force and the tier it was served with.
 * Order: contract rate → contract discount on list → list, then the tier. A component without a rate leaves the whole
 * call unpriced: a part of a cost is not a cost.
 */
export function rateCall({ quantities, card, serviceTier }: CallToRate): readonly RatedComponent[] | Unpriced {
  if (card.kind === 'unpriced') {
    return card;
  }
  const traits: TierTerms[] = [];
  for (const trait of tierTraits(serviceTier)) {
    const terms = card.tiers.get(trait);
    if (!terms) {
      return unpriced(unknownTier(trait));
    }
    traits.push(terms);
  }
  const list = contextStep(card, quantities)?.list ?? {};
  const rated: RatedComponent[] = [];
  for (const component of COMPONENTS) {
    // A fee for the call itself is in no usage: where the card has one, it is due once.
    const quantity = quantities[component] ?? (component === 'request' && list.request !== undefined ? 1 : 0);
    if (quantity > 0) {
      const found = rateComponent(component, quantity, { list, traits, contracts: card.contracts });
      if (!found) {
        return unpriced(`no_rate_${component}`);
      }
      rated.push(found);
    }
  }
  return rated;
}

function rateComponent(
  component: Component,
  quantity: number,
  { list, traits, contracts }: { list: Rates; traits: readonly TierTerms[]; contracts: readonly Contract[] }
): RatedComponent | undefined {
  const own = traits.find(({ rates }) => rates[component] !== undefined);
  const inForce = contracts.filter(({ tier }) => tier === undefined || traits.some((trait) => trait.tier === tier));
  // A rate agreed on for standard service says nothing about a tier that has rates of its own.
  const agreement = inForce.find(({ rates, tier }) => rates[component] !== undefined && (tier !== undefined || !own));
  const discount = inForce.find(
    ({ discountPpm, components }) => discountPpm !== undefined && (components?.includes(component) ?? true)
  );
  const agreedRate = agreement?.rates[component];
  const listRate = own?.rates[component] ?? list[component] ?? agreedRate;
  if (listRate === undefined) {
    return undefined;
  }
  const multipliers: bigint[] = [];
  for (const trait of traits) {
    const multiplier =
      trait === own ? ONE : (trait.multipliers[component] ?? (IS_TOKEN.has(component) ? undefined : ONE));
    if (multiplier === undefined) {
      return undefined;
    }
    multipliers.push(multiplier);
  }
  return {
    component,
    quantity,
    listRate,
    multipliers,
    agreedRate,
    // A rate agreed on for a tier holds as it is.
    agreedMultipliers: multipliers.map((ppm, index) => (agreement?.tier === traits[index]?.tier ? ONE : ppm)),
    discountPpm: agreedRate === undefined ? (discount?.discountPpm ?? 0n) : 0n,
    contract: (agreement ?? discount)?.id,
  };
}

function unknownTier(trait: string): string {
  if (trait.startsWith('geo_')) {
    return 'inference_geo_unknown';
  }
  return `service_tier_${KNOWN_TIERS.has(trait) ? trait : 'unknown'}`;
}
