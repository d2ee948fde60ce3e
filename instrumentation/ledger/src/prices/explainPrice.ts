import type { Component } from '@ai-finops/instrumentation/contract';
import {
  contextStep,
  priceCall,
  rateCall,
  type CallToRate,
  type RatedComponent,
  type Unpriced,
} from '@ai-finops/instrumentation/pricing';
import { usdText } from '../books/usdText.ts';
import { decimalText } from './decimalText.ts';

/** How a price came about. Amounts are exact decimal text, USD. */
export interface PriceExplanation {
  readonly card: string;
  readonly provider: string;
  /** The catalogue's name of the model. */
  readonly model: string;
  /** The input size above which these list rates hold; undefined below the first step. */
  readonly longContextAbove: number | undefined;
  /** Contracts in force, with their first day and the first one after it; undefined where open. */
  readonly contracts: readonly { readonly id: string; readonly from?: string; readonly to?: string }[];
  readonly components: readonly {
    readonly component: Component;
    readonly quantity: number;
    readonly listPerMillion: string;
    /** Factors of the served tier, multiplied; `1` for standard service. */
    readonly tierFactor: string;
    readonly paidPerMillion: string;
    /** `list`, or the contract that changed it, with its discount. */
    readonly source: string;
    readonly listUsd: string;
    readonly usd: string;
  }[];
  readonly listUsd: string;
  readonly usd: string;
}

const ONE = 1_000_000n;
/** Atto-USD for one is USD for a million with 12 places. */
const RATE_PLACES = 12;

/** Shows the working of a price, component by component; what it adds up to is what `priceCall` says. */
export function explainPrice(call: CallToRate): PriceExplanation | Unpriced {
  const rated = rateCall(call);
  const priced = priceCall(call);
  if ('kind' in rated || priced.kind === 'unpriced' || call.card.kind === 'unpriced') {
    return 'kind' in rated ? rated : (priced as Unpriced);
  }
  const above = call.card.steps[contextStep(call.card, call.quantities)]?.above ?? -1;
  return {
    card: priced.rateCard,
    provider: call.card.provider,
    model: call.card.model,
    longContextAbove: above < 0 ? undefined : above,
    contracts: call.card.contracts.map(({ id, fromMs, toMs }) => ({
      id,
      ...dayOf('from', fromMs),
      ...dayOf('to', toMs),
    })),
    components: rated.map((part, index) => ({
      component: part.component,
      quantity: part.quantity,
      listPerMillion: decimalText(part.listRate, RATE_PLACES),
      tierFactor: decimalText(product(part.multipliers), 6 * part.multipliers.length),
      paidPerMillion: paidPerMillion(part),
      source: sourceOf(part),
      listUsd: exactUsd(BigInt(part.quantity) * part.listRate * product(part.multipliers), part.multipliers.length),
      usd: usdText(priced.components[index]?.nanoUsd ?? 0n),
    })),
    listUsd: usdText(priced.listNanoUsd),
    usd: usdText(priced.nanoUsd),
  };
}

function paidPerMillion({ listRate, multipliers, agreedRate, agreedMultipliers, discountPpm }: RatedComponent): string {
  const traits = multipliers.length;
  return agreedRate === undefined
    ? decimalText(listRate * product(multipliers) * (ONE - discountPpm), RATE_PLACES + 6 * traits + 6)
    : decimalText(agreedRate * product(agreedMultipliers), RATE_PLACES + 6 * traits);
}

function sourceOf({ contract, agreedRate, discountPpm }: RatedComponent): string {
  if (contract === undefined) {
    return 'list';
  }
  return agreedRate === undefined ? `${contract} -${decimalText(discountPpm, 4)} %` : contract;
}

function exactUsd(amount: bigint, traits: number): string {
  return decimalText(amount, 18 + 6 * traits);
}

function dayOf(key: 'from' | 'to', ms: number) {
  return Number.isFinite(ms) ? { [key]: new Date(ms).toISOString().slice(0, 10) } : {};
}

function product(factors: readonly bigint[]): bigint {
  return factors.reduce((result, factor) => result * factor, 1n);
}
