import { COMPONENTS, type Component } from '../contract/index.ts';
import type { Quantities } from './quantities.ts';
import type { RateCard, Rates } from './rateCard.ts';
import { tierPercent } from './tierPercent.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

export interface Priced {
  readonly kind: 'priced';
  /** What is to be paid: contract rate, else list less the contract discount. */
  readonly nanoUsd: bigint;
  readonly listNanoUsd: bigint;
  /** Their costs sum exactly to `nanoUsd`. */
  readonly components: readonly {
    readonly component: Component;
    readonly quantity: number;
    readonly nanoUsd: bigint;
  }[];
  /** The id of the card that priced it. */
  readonly rateCard: string;
}

const INPUT: readonly Component[] = ['input', 'cache_read', 'cache_write', 'cache_write_5m', 'cache_write_1h'];
/** Rates are atto-USD, times percent of the tier, times millionths left by the discount. */
const PER_NANO = 1_000_000_000n * 100n * 1_000_000n;
const KNOWN_TIERS = new Set(['priority', 'scale', 'fast', 'flex', 'batch']);

/**
 * Prices one call with the card in force: Σ quantity × rate, rounded half up **once**, to the nano-USD.
 * A component without a rate leaves the whole call unpriced; a part of a cost is not a cost.
 *
 * @example 466 input, 1,024 cached, 128 output and 128 reasoning tokens of gpt-5-mini (0.25, 0.025 and 2 $ a million)
 * // => 466 × 250 + 1,024 × 25 + 256 × 2,000 = 654,100 nano-USD
 */
export function priceCall(call: {
  readonly quantities: Quantities;
  readonly card: RateCard | Unpriced;
  readonly serviceTier?: string | undefined;
}): Priced | Unpriced {
  const { quantities, card, serviceTier } = call;
  if (card.kind === 'unpriced') {
    return card;
  }
  const percent = tierPercent(card.provider, serviceTier);
  if (percent === undefined) {
    return unpriced(`service_tier_${KNOWN_TIERS.has(serviceTier ?? '') ? serviceTier : 'unknown'}`);
  }
  const list = ratesFor(card, quantities);

  let paid = 0n;
  let listed = 0n;
  const components: { component: Component; quantity: number; nanoUsd: bigint }[] = [];
  for (const component of COMPONENTS) {
    const quantity = quantities[component] ?? 0;
    if (quantity === 0) {
      continue;
    }
    const agreed = card.contractRates[component];
    const listRate = list[component] ?? agreed;
    if (listRate === undefined) {
      return unpriced(`no_rate_${component}`);
    }
    const units = BigInt(quantity) * (component === 'web_search' ? 100n : percent);
    const before = roundToNano(paid);
    listed += units * listRate * 1_000_000n;
    paid += agreed === undefined ? units * listRate * (1_000_000n - card.discountPpm) : units * agreed * 1_000_000n;
    // The difference of rounded running sums: parts that sum to the rounded whole.
    components.push({ component, quantity, nanoUsd: roundToNano(paid) - before });
  }
  return {
    kind: 'priced',
    nanoUsd: roundToNano(paid),
    listNanoUsd: roundToNano(listed),
    components,
    rateCard: card.id,
  };
}

function ratesFor(card: RateCard, quantities: Quantities): Rates {
  const input = INPUT.reduce((sum, component) => sum + (quantities[component] ?? 0), 0);
  return card.steps.findLast((step) => input > step.above)?.list ?? {};
}

function roundToNano(amount: bigint): bigint {
  return (amount + PER_NANO / 2n) / PER_NANO;
}
