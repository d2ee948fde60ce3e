import type { Rates } from './rateCard.ts';

/** Terms agreed with a provider, over whole UTC days. */
export interface Contract {
  readonly id: string;
  readonly provider: string;
  /** All models of the provider when absent. */
  readonly model: string | undefined;
  /** First instant in force; ms since the epoch. */
  readonly fromMs: number;
  /** First instant no longer in force. */
  readonly toMs: number;
  readonly discountPpm: bigint | undefined;
  readonly rates: Rates;
}

/** What stands over the list: contracts in order of precedence. */
export interface PriceOverlay {
  readonly contracts: readonly Contract[];
}
