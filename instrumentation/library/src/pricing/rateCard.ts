import type { Component } from '../contract/index.ts';

/** Atto-USD for one token or one use. */
export type Rates = Readonly<Partial<Record<Component, bigint>>>;

/** The rates in force for one provider and model at one time. */
export interface RateCard {
  readonly kind: 'card';
  /** Where the rates come from, for the record: `genai-prices@0.1.8/openai/gpt-5-mini+contract-1`. */
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  /**
   * List rates by size of the whole input (cached included), ascending; the last step whose `above` the input exceeds
   * prices the **whole** call: 200,001 tokens in at a 200,000 step are all at the higher rate.
   */
  readonly steps: readonly { readonly above: number; readonly list: Rates }[];
  /** Rates agreed on, per component, before any discount; they hold at every step. */
  readonly contractRates: Rates;
  /** Discount on list where no contract rate stands, in millionths: 8 % is 80,000. */
  readonly discountPpm: bigint;
}
