import { TOKEN_TYPES, type Component } from '../contract/index.ts';
import type { Contract, TierTerms } from './priceOverlay.ts';
import type { Rates } from './rateCard.ts';

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

/** What holds for all components of a call: the step's list, the traits of the tier, the contracts in force. */
export interface CallTerms {
  readonly list: Rates;
  readonly traits: readonly TierTerms[];
  readonly contracts: readonly Contract[];
}

const IS_TOKEN = new Set<Component>(TOKEN_TYPES);
const ONE = 1_000_000n;

/** Finds the rate of a component; undefined where the card, or the tier, has none. */
export function rateComponent(
  component: Component,
  quantity: number,
  { list, traits, contracts }: CallTerms
): RatedComponent | undefined {
  const own = traits.find(({ rates }) => rates[component] !== undefined);
  const inForce = contracts.filter(({ tier }) => tier === undefined || traits.some((trait) => trait.tier === tier));
  // A rate agreed on for standard service says nothing about a tier that has rates of its own.
  const agreement = inForce.find(({ rates, tier }) => rates[component] !== undefined && (tier !== undefined || !own));
  const discount = inForce.find(
    ({ discountPpm, components }) => discountPpm !== undefined && (components?.includes(component) ?? true)
  );
  const agreedRate = agreement?.rates[component];
  // A fee that was agreed on is none of the list's; of everything else the list just lacks the rate.
  const unlisted = component === 'request' && agreedRate !== undefined ? 0n : agreedRate;
  const listRate = own?.rates[component] ?? list[component] ?? unlisted;
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
