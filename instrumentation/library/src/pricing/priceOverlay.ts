import type { Component } from '../contract/index.ts';
import type { Rates } from './rateCard.ts';

/** Whom terms are for, and when: whole UTC days, ms since the epoch. */
export interface Terms {
  /** Names the terms in rate cards: `contract-1`. */
  readonly id: string;
  /** OpenTelemetry's name of the provider, or the catalogue's. */
  readonly provider: string;
  /** As the wire or the catalogue names it; all models of the provider when absent. */
  readonly model: string | undefined;
  /** First instant in force. */
  readonly fromMs: number;
  /** First instant no longer in force. */
  readonly toMs: number;
}

/** Terms agreed with a provider, or what a model of one's own costs. */
export interface Contract extends Terms {
  /** Only calls served with this tier; every tier when absent. */
  readonly tier: string | undefined;
  /** What the discount is on; everything when absent. */
  readonly components: readonly Component[] | undefined;
  readonly discountPpm: bigint | undefined;
  readonly rates: Rates;
  /** What the model costs that one runs oneself: nobody sends a bill. */
  readonly isSelfHosted?: true;
}

/** What a service tier does to list rates. */
export interface TierTerms extends Terms {
  readonly tier: string;
  /** Millionths of the list rate; a token type without an entry has no known price in this tier. */
  readonly multipliers: Readonly<Partial<Record<Component, bigint>>>;
  /** Rates of the tier's own, in place of list rates. */
  readonly rates: Rates;
}

interface ModelAlias {
  readonly provider: string;
  /** What stands on the wire: a deployment, an inference profile. */
  readonly alias: string;
  readonly model: string;
}

/** What stands over the list. Where several terms hold, the first wins. */
export interface PriceOverlay {
  readonly contracts: readonly Contract[];
  readonly tiers: readonly TierTerms[];
  readonly aliases: readonly ModelAlias[];
  /** Names of accounts by the fingerprint of their key. */
  readonly accounts: ReadonlyMap<string, string>;
}
