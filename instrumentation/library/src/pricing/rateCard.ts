import type { Component } from '../contract/index.ts';
import type { Contract, TierTerms } from './priceOverlay.ts';

/** Atto-USD for one token or one use. */
export type Rates = Readonly<Partial<Record<Component, bigint>>>;

/** The rates in force for one provider and model at one time. */
export interface RateCard {
  readonly kind: 'card';
  /** Where the rates come from, for the record: `genai-prices@0.1.8/openai/gpt-5-mini+contract-1`. */
  readonly id: string;
  readonly provider: string;
  /** The catalogue's name of the model, one for all its snapshots and regions of one price. */
  readonly model: string;
  /**
   * List rates by size of the whole input (cached included), ascending; the last step whose `above` the input exceeds
   * prices the **whole** call: 200,001 tokens in at a 200,000 step are all at the higher rate.
   */
  readonly steps: readonly { readonly above: number; readonly list: Rates }[];
  /** The contracts in force, in order of precedence. */
  readonly contracts: readonly Contract[];
  /** What the tiers whose price is known do to the rates, by tier. */
  readonly tiers: ReadonlyMap<string, TierTerms>;
}
