import { COMPONENTS, type Component } from '../contract/index.ts';
import { contextStep } from './contextStep.ts';
import type { CallToRate } from './rateCall.ts';
import { ratePlan, type RatePlan } from './ratePlan.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

export interface Priced {
  readonly kind: 'priced';
  /** Who says so: our rate card, or the provider with the response. */
  readonly source: 'card' | 'provider';
  /** What is to be paid: contract rate, else list less the contract discount. */
  readonly nanoUsd: bigint;
  readonly listNanoUsd: bigint;
  /** Their costs sum exactly to `nanoUsd`. */
  readonly components: readonly PricedComponent[];
  /** The id of the card that priced it. */
  readonly rateCard: string;
}

interface PricedComponent {
  readonly component: Component;
  readonly quantity: number;
  readonly nanoUsd: bigint;
}

const PICO = 1_000;

/**
 * Prices one call with the card in force: Σ quantity × rate, rounded half up **once**, to the nano-USD. A component
 * without a rate leaves the whole call unpriced: a part of a cost is not a cost.
 *
 * @example 466 input, 1,024 cached, 128 output and 128 reasoning tokens of gpt-5-mini (0.25, 0.025 and 2 $ a million)
 * // => 466 × 250 + 1,024 × 25 + 256 × 2,000 = 654,100 nano-USD
 */
export function priceCall({ quantities, card, serviceTier }: CallToRate): Priced | Unpriced {
  if (card.kind === 'unpriced') {
    return card;
  }
  const plan = ratePlan(card, serviceTier, contextStep(card, quantities));
  if ('kind' in plan) {
    return plan;
  }
  const components: PricedComponent[] = [];
  let paid = 0;
  let listed = 0;
  let rounded = 0;
  for (const component of COMPONENTS) {
    // A fee for the call itself is in no usage: where the card has one, it is due once.
    const quantity = quantities[component] ?? (component === 'request' && plan.hasRequestFee ? 1 : 0);
    if (quantity > 0) {
      const unit = plan.unit(component);
      if (unit === null) {
        return unpriced(`no_rate_${component}`);
      }
      listed += quantity * unit.listedPico;
      paid += quantity * unit.paidPico;
      // The difference of rounded running sums: parts that sum to the rounded whole.
      const before = rounded;
      rounded = roundPico(paid);
      components.push({ component, quantity, nanoUsd: isExact(paid) ? BigInt(rounded - before) : 0n });
    }
  }
  const whole = { kind: 'priced', source: 'card', rateCard: card.id } as const;
  return isExact(paid) && isExact(listed)
    ? { ...whole, nanoUsd: BigInt(rounded), listNanoUsd: BigInt(roundPico(listed)), components }
    : { ...whole, ...priceInBigints(plan, components) };
}

/** Sums of whole pico-USD are exact in doubles up to 2⁵³, $9,007 a call; NaN is of a rate with digits beyond the pico-USD. */
function isExact(pico: number): boolean {
  return pico <= Number.MAX_SAFE_INTEGER;
}

function roundPico(pico: number): number {
  const rest = pico % PICO;
  return (pico - rest) / PICO + (rest >= PICO / 2 ? 1 : 0);
}

/** The same for rates and sums that doubles cannot hold. */
function priceInBigints(plan: RatePlan, used: readonly PricedComponent[]) {
  const { perNano } = plan;
  const round = (amount: bigint) => (amount + perNano / 2n) / perNano;
  let paid = 0n;
  let listed = 0n;
  const components = used.map(({ component, quantity }) => {
    const before = round(paid);
    listed += BigInt(quantity) * (plan.unit(component)?.listed ?? 0n);
    paid += BigInt(quantity) * (plan.unit(component)?.paid ?? 0n);
    return { component, quantity, nanoUsd: round(paid) - before };
  });
  return { nanoUsd: round(paid), listNanoUsd: round(listed), components };
}
