import type { Component } from '../contract/index.ts';
import { rateCall, type CallToRate, type RatedComponent } from './rateCall.ts';
import type { Unpriced } from './unpriced.ts';

export interface Priced {
  readonly kind: 'priced';
  /** Who says so: our rate card, or the provider with the response. */
  readonly source: 'card' | 'provider';
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

const ONE = 1_000_000n;
const ATTO_PER_NANO = 1_000_000_000n;

/**
 * Prices one call with the card in force: Σ quantity × rate, rounded half up **once**, to the nano-USD.
 *
 * @example 466 input, 1,024 cached, 128 output and 128 reasoning tokens of gpt-5-mini (0.25, 0.025 and 2 $ a million)
 * // => 466 × 250 + 1,024 × 25 + 256 × 2,000 = 654,100 nano-USD
 */
export function priceCall(call: CallToRate): Priced | Unpriced {
  const rated = rateCall(call);
  if ('kind' in rated) {
    return rated;
  }
  // Rates are atto-USD, times millionths left by the discount, times millionths per trait of the tier.
  const perNano = ATTO_PER_NANO * ONE * ONE ** BigInt(rated[0]?.multipliers.length ?? 0);
  const round = (amount: bigint) => (amount + perNano / 2n) / perNano;

  let paid = 0n;
  let listed = 0n;
  const components = rated.map((part) => {
    const before = round(paid);
    listed += BigInt(part.quantity) * listAmount(part) * ONE;
    paid += BigInt(part.quantity) * paidAmount(part);
    // The difference of rounded running sums: parts that sum to the rounded whole.
    return { component: part.component, quantity: part.quantity, nanoUsd: round(paid) - before };
  });
  const rateCard = call.card.kind === 'card' ? call.card.id : '';
  return { kind: 'priced', source: 'card', nanoUsd: round(paid), listNanoUsd: round(listed), components, rateCard };
}

function listAmount({ listRate, multipliers }: RatedComponent): bigint {
  return multipliers.reduce((amount, ppm) => amount * ppm, listRate);
}

function paidAmount(part: RatedComponent): bigint {
  return part.agreedRate === undefined
    ? listAmount(part) * (ONE - part.discountPpm)
    : part.agreedMultipliers.reduce((amount, ppm) => amount * ppm, part.agreedRate) * ONE;
}
