import type { Component } from '../contract/index.ts';
import { rateComponent, type CallTerms, type RatedComponent } from './rateComponent.ts';
import type { RateCard } from './rateCard.ts';
import { termsOfTier } from './termsOfTier.ts';
import type { Unpriced } from './unpriced.ts';

/** What one unit of a component costs, tier and contract in. */
interface UnitPrice {
  /** In `RatePlan.perNano` parts of a nano-USD. */
  readonly paid: bigint;
  readonly listed: bigint;
  /** In pico-USD where that is a whole number, as nearly every rate is; else NaN. */
  readonly paidPico: number;
  readonly listedPico: number;
}

const ONE = 1_000_000n;
const ATTO_PER_NANO = 1_000_000_000n;
const PICO_PER_NANO = 1_000n;
/** A card is used with few tiers; names of tiers come from the wire. */
const MAX_TIERS = 50;

/** The unit prices of one card, for one tier and one size of input, each found once. */
export class RatePlan {
  /** Whether a call pays a fee for itself. */
  readonly hasRequestFee: boolean;
  readonly perNano: bigint;
  readonly #units: Partial<Record<Component, UnitPrice | null>> = {};
  readonly #terms: CallTerms;

  constructor(terms: CallTerms) {
    this.#terms = terms;
    this.hasRequestFee = rateComponent('request', 1, terms) !== undefined;
    // Rates are atto-USD, times millionths left by the discount, times millionths per trait of the tier.
    this.perNano = ATTO_PER_NANO * ONE * ONE ** BigInt(terms.traits.length);
  }

  /** The price of one unit; null where the card, or the tier, has none. */
  unit(component: Component): UnitPrice | null {
    let unit = this.#units[component];
    if (unit === undefined) {
      const rated = rateComponent(component, 1, this.#terms);
      unit = rated === undefined ? null : unitPrice(rated, this.perNano / PICO_PER_NANO);
      this.#units[component] = unit;
    }
    return unit;
  }
}

function unitPrice(rated: RatedComponent, perPico: bigint): UnitPrice {
  const listed = listAmount(rated) * ONE;
  const paid = paidAmount(rated);
  const pico = (amount: bigint) => (amount % perPico === 0n ? Number(amount / perPico) : NaN);
  return { paid, listed, paidPico: pico(paid), listedPico: pico(listed) };
}

function listAmount({ listRate, multipliers }: RatedComponent): bigint {
  return multipliers.reduce((amount, ppm) => amount * ppm, listRate);
}

function paidAmount(part: RatedComponent): bigint {
  return part.agreedRate === undefined
    ? listAmount(part) * (ONE - part.discountPpm)
    : part.agreedMultipliers.reduce((amount, ppm) => amount * ppm, part.agreedRate) * ONE;
}

/** Below the first step nothing is listed. */
const NO_STEP: RateCard['steps'][number] = { above: -1, list: {} };

/** Plans by tier and step, as long as their card lives. */
const plans = new WeakMap<RateCard, Map<string, readonly RatePlan[] | Unpriced>>();

/** The plan that prices a call of `serviceTier` at a step of the card, by its index; unpriced where the card does not know the tier. */
export function ratePlan(card: RateCard, serviceTier: string | undefined, step: number): RatePlan | Unpriced {
  let byTier = plans.get(card);
  if (byTier === undefined) {
    byTier = new Map();
    plans.set(card, byTier);
  }
  const tier = serviceTier ?? '';
  let bySteps = byTier.get(tier);
  if (bySteps === undefined) {
    if (byTier.size >= MAX_TIERS) {
      byTier.clear();
    }
    const traits = termsOfTier(card, serviceTier);
    bySteps =
      'kind' in traits
        ? traits
        : [NO_STEP, ...card.steps].map(({ list }) => new RatePlan({ list, traits, contracts: card.contracts }));
    byTier.set(tier, bySteps);
  }
  return 'kind' in bySteps ? bySteps : (bySteps[step + 1] as RatePlan);
}
